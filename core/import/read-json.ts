import { parseReader } from '../camio/device-list.ts';
import { partSigns } from '../camio/list-part.ts';
import { isJsonNumber, parseLossless, stringifyLossless } from '../camio/lossless.ts';
import { exportColumns } from '../export/csv.ts';
import type { Json } from '../json.ts';
import type { Reader } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';
import { columnKind } from './column-names.ts';
import { type ImportRefusal, importLimits } from './import-refusal.ts';
import type { ImportSheet } from './import-sheet.ts';
import type { ReadNote } from './import-table.ts';

type JsonObject = { readonly [key: string]: Json };

/** Whether a text is meant as JSON and not as lines of cells. */
export function looksLikeJson(text: string, fileName: string): boolean {
  return /\.(json|ndjson|jsonl)$/i.test(fileName) || /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text);
}

/** A list of a JSON file, and the others that could be chosen. */
export interface ReadJson {
  readonly sheet: ImportSheet;
  /** Where lists of objects stand, such as `result.accessPoints`; none where the file is a list itself. */
  readonly lists: readonly string[];
  readonly list: string | null;
  readonly detected: string | null;
}

/**
 * The entries of a JSON file as lines, numbered from 1, and their fields as columns: the body of Camio's list, our own
 * export, a list of objects anywhere in it, one reader, or one object a line. Numbers keep their source text; objects
 * within entries are columns of their own. `wanted` is one of the file's lists.
 */
export function readJson(text: string, wanted: string | null = null): Result<ReadJson, ImportRefusal> {
  const json = parse(text);
  if (json === undefined) return fail({ code: 'not JSON' });
  if (isObject(json) && json.kind === 'reader-desk changes') return fail({ code: 'list of changes' });
  if (isArray(json)) return read(json, { lists: [], list: null, detected: null, notes: [] });
  const found = isObject(json) ? listsIn(json) : [];
  const likeliest = likeliestOf(found);
  if (!likeliest) return fail({ code: 'other JSON', why: 'it holds no list of objects.' });
  const chosen = found.find(({ path }) => path === wanted) ?? likeliest;
  const lists = found.map(({ path }) => path);
  return read(chosen.entries, { lists, list: chosen.path, detected: likeliest.path, notes: notesOn(chosen) });
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

interface FoundList {
  /** The keys that lead to it, joined by dots; '' for the file itself, where it is one object. */
  readonly path: string;
  readonly entries: readonly Json[];
  /** What it stands in, which may say that it is a part. */
  readonly around: readonly JsonObject[];
  readonly kind: 'list' | 'by key' | 'one object';
}

/** Keys within keys that are looked at. */
const deepest = 6;
const mostLists = 50;

/** Lists of objects anywhere in an object; objects by their ids count as one; so does the object itself where it is a reader. */
function listsIn(root: JsonObject): FoundList[] {
  const found: FoundList[] = [];
  const visit = (object: JsonObject, path: readonly string[], around: readonly JsonObject[]): void => {
    if (path.length >= deepest) return;
    const outer = [object, ...around];
    for (const [key, value] of Object.entries(object)) {
      const at = [...path, key];
      if (found.length >= mostLists) return;
      if (isArray(value)) {
        if (value.every(isObject)) found.push({ path: at.join('.'), entries: value, around: outer, kind: 'list' });
        else if (value.some(isObject)) found.push({ path: at.join('.'), entries: value, around: outer, kind: 'list' });
      } else if (isObject(value)) {
        const entries = entriesByKey(value);
        if (entries) found.push({ path: at.join('.'), entries, around: outer, kind: 'by key' });
        else visit(value, at, outer);
      }
    }
  };
  const byKey = entriesByKey(root);
  if (byKey) return [{ path: 'all entries', entries: byKey, around: [], kind: 'by key' }];
  visit(root, [], []);
  const isReader = Object.keys(root).some((key) => columnKind(key) === 'id') && namesSomething(root);
  if (found.every(({ entries }) => entries.length === 0) && isReader) {
    return [{ path: 'the object itself', entries: [root], around: [], kind: 'one object' }, ...found];
  }
  return found;
}

const namesSomething = (object: JsonObject): boolean =>
  Object.entries(object).some(([key, value]) => columnKind(key) === 'name' && !isArray(value) && !isObject(value));

/** `{"501": {"name": "Lobby"}, "502": …}`: entries under their ids, which become a field. Null for any other object. */
function entriesByKey(object: JsonObject): readonly Json[] | null {
  const entries = Object.entries(object);
  const objects = entries.flatMap(([key, value]) => (isObject(value) ? [{ key, ...value }] : []));
  if (entries.length === 0 || objects.length < entries.length) return null;
  const areIds = entries.every(([key]) => /\d/.test(key));
  const areReaders = entries.length > 1 && objects.every((entry) => namesSomething(entry));
  return areIds || areReaders ? objects : null;
}

const listKeys: readonly string[] = ['readers', 'devices', 'cameras', 'items', 'data', 'results', 'value'];

/** The list that goes by a usual name at the top, else the one most of whose entries name an id and a name, else the longest. */
function likeliestOf(found: readonly FoundList[]): FoundList | undefined {
  const filled = found.filter(({ entries }) => entries.length > 0);
  const named = listKeys.flatMap((key) => filled.filter(({ path }) => path === key));
  return named[0] ?? [...filled].sort((a, b) => listScore(b) - listScore(a))[0] ?? found[0];
}

function listScore({ entries }: FoundList): number {
  const [first] = entries.map(unwrapped);
  const kinds = first && isObject(first) ? Object.keys(first).map(columnKind) : [];
  return (kinds.includes('id') ? 2_000_000 : 0) + (kinds.includes('name') ? 2_000_000 : 0) + entries.length;
}

function notesOn({ path, entries, around, kind }: FoundList): ReadNote[] {
  if (kind === 'one object') return [{ code: 'one object' }];
  const key = path.slice(path.lastIndexOf('.') + 1);
  const signs = around.flatMap((object) => partSigns(object, key, entries.length));
  return signs.length === 0 ? [] : [{ code: 'part of a list', signs }];
}

function read(
  list: readonly Json[],
  { notes, ...found }: Omit<ReadJson, 'sheet'> & { readonly notes: readonly ReadNote[] },
): Result<ReadJson, ImportRefusal> {
  if (list.length > importLimits.rows) return fail({ code: 'too many rows' });
  const entries = list.map(unwrapped);
  const readers = readersOf(entries);
  if (readers) return ok({ ...found, sheet: { ...readerSheet(readers), notes } });
  const other = entries.findIndex((entry) => !isObject(entry));
  if (other >= 0) {
    const place = (other + 1).toLocaleString('en');
    return fail({ code: 'other JSON', why: `entry ${place} of its list is not an object.` });
  }
  const sheet = objectSheet(entries.filter(isObject));
  return sheet.ok ? ok({ ...found, sheet: { ...sheet.value, notes } }) : sheet;
}

/** An entry that holds nothing but one object, such as the `node` of a GraphQL edge, is that object. */
function unwrapped(entry: Json): Json {
  if (!isObject(entry)) return entry;
  const objects = Object.entries(entry).filter(([, value]) => isObject(value));
  const [only] = objects;
  const isWrapper = only && Object.keys(entry).every((key) => key === only[0] || key === 'cursor');
  return isWrapper ? only[1] : entry;
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
  const rows = objects.map(fieldsOf);
  const names = new Set<string>();
  for (const row of rows) for (const name of row.keys()) names.add(name);
  if (names.size > importLimits.columns) return fail({ code: 'too many columns' });
  const columns = [...names];
  const lines = rows.map((row, index) => ({ line: index + 1, cells: columns.map((name) => row.get(name) ?? '') }));
  return ok({ names: columns, lines, isText: false, notes: [] });
}

/** An entry's fields as texts; those of objects within it by their path, such as `attributes.name`. */
function fieldsOf(object: JsonObject): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) {
    const isPlain = isObject(value) && Object.values(value).every((inner) => !isObject(inner) && !isArray(inner));
    if (!isPlain) fields.set(key, cellOf(value));
    else for (const [inner, each] of Object.entries(value)) fields.set(`${key}.${inner}`, cellOf(each));
  }
  return fields;
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
