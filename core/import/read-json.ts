import { parseReader } from '../camio/device-list.ts';
import { isJsonNumber, parseLossless, stringifyLossless } from '../camio/lossless.ts';
import { exportColumns } from '../export/csv.ts';
import type { Json } from '../json.ts';
import type { Reader } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';
import { formatCount } from '../text/amounts.ts';
import { type ImportRefusal, importLimits } from './import-refusal.ts';
import type { ImportSheet } from './import-sheet.ts';

type JsonObject = { readonly [key: string]: Json };

/** Whether a text is meant as JSON and not as lines of cells. */
export function looksLikeJson(text: string, fileName: string): boolean {
  return /\.(json|ndjson|jsonl)$/i.test(fileName) || /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text);
}

/**
 * The entries of a JSON file as lines, numbered from 1, and their fields as columns: the body of Camio's list, our own
 * export, any list of flat objects, or one object a line. Numbers keep their source text; a nested value is its JSON.
 */
export function readJson(text: string): Result<ImportSheet, ImportRefusal> {
  const json = parse(text);
  if (json === undefined) return fail({ code: 'not JSON' });
  if (isObject(json) && json.kind === 'reader-desk changes') return fail({ code: 'list of changes' });
  const entries = listOf(json);
  if (!entries) return fail({ code: 'other JSON', why: 'it holds no list of objects.' });
  if (entries.length > importLimits.rows) return fail({ code: 'too many rows' });
  const readers = readersOf(entries);
  if (readers) return ok(readerSheet(readers));
  const objects = entries.filter(isObject);
  const other = entries.findIndex((entry) => !isObject(entry));
  if (other >= 0) {
    const place = formatCount(other + 1);
    return fail({ code: 'other JSON', why: `entry ${place} of its list is not an object.` });
  }
  return objectSheet(objects);
}

function parse(text: string): Json | undefined {
  try {
    return parseLossless(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return parseLines(text);
  }
}

/** One object a line, as logs and databases export them. */
function parseLines(text: string): Json | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  try {
    return lines.map(parseLossless);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

const listKeys = ['readers', 'devices', 'cameras', 'items', 'data', 'results', 'value'] as const;

/** The list itself, under a key that lists go by, or the only one there is. */
function listOf(json: Json): readonly Json[] | null {
  if (isArray(json)) return json;
  if (!isObject(json)) return null;
  const named = listKeys.map((key) => json[key]).filter(isArray);
  const lists = named.length > 0 ? named : Object.values(json).filter(isArray);
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return lists[0] ?? null;
  return named.length > 0 || filled.length === 1 ? (filled[0] ?? null) : null;
}

/** The entries as readers where every one of them is one as Camio writes it. */
function readersOf(entries: readonly Json[]): Reader[] | null {
  const readers: Reader[] = [];
  for (const entry of entries) {
    const reader = parseReader(entry);
    if (!reader.ok) return null;
    readers.push(reader.value);
  }
  return readers.length > 0 ? readers : null;
}

function readerSheet(readers: readonly Reader[]): ImportSheet {
  const withExtra = readers.some(({ extra }) => extra !== undefined);
  return {
    names: [exportColumns.id, exportColumns.name, ...(withExtra ? [exportColumns.extra] : [])],
    lines: readers.map(({ id, name, extra }, index) => ({
      line: index + 1,
      cells: withExtra ? [id, name, extra === undefined ? '' : stringifyLossless(extra)] : [id, name],
    })),
    isText: false,
    notes: [],
  };
}

function objectSheet(objects: readonly JsonObject[]): Result<ImportSheet, ImportRefusal> {
  const names = new Set<string>();
  for (const object of objects) for (const name of Object.keys(object)) names.add(name);
  if (names.size > importLimits.columns) return fail({ code: 'too many columns' });
  const columns = [...names];
  const lines = objects.map((object, index) => ({
    line: index + 1,
    cells: columns.map((name) => (Object.hasOwn(object, name) ? cellOf(object[name]) : '')),
  }));
  return ok({ names: columns, lines, isText: false, notes: [] });
}

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return isJsonNumber(value) ? value.value : stringifyLossless(value);
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isJsonNumber(value);
}
