import { isJsonNumber, parseLossless, stringifyLossless } from '../camio/lossless.ts';
import { formatCsv, unguardCell } from '../csv/csv-text.ts';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Reader } from './reader.ts';

const columns = { id: 'device_id', name: 'device_name', extra: 'other_fields_json' } as const;

/**
 * Readers as CSV for Excel, safe from formulas. Unknown fields, where a reader has any, are JSON in a third column. An
 * export read back by `readersFromCells` gives the same readers for every text.
 */
export function formatReadersCsv(readers: readonly Reader[]): string {
  const withExtra = readers.some(({ extra }) => extra !== undefined && Object.keys(extra).length > 0);
  const lines: string[][] = [withExtra ? Object.values(columns) : [columns.id, columns.name]];
  for (const { id, name, extra } of readers) {
    const cells = [id, name];
    if (withExtra) cells.push(extra === undefined ? '' : stringifyLossless(extra));
    lines.push(cells);
  }
  return formatCsv(lines);
}

/** Why cells are not an export of ours. `line` counts the header as 1. */
export interface CsvRefusal {
  readonly code: 'other columns' | 'other number of cells' | 'other fields are not JSON';
  readonly line: number;
}

/** The readers of an export of ours, from its cells as a CSV parser gives them: the header, then one line per reader. */
export function readersFromCells(lines: readonly (readonly string[])[]): Result<Reader[], CsvRefusal> {
  const [header = [], ...rest] = lines;
  const width = header.length;
  const expected = Object.values(columns).slice(0, width);
  if (width < 2 || expected.length !== width || expected.some((column, index) => header[index] !== column)) {
    return fail({ code: 'other columns', line: 1 });
  }
  const readers: Reader[] = [];
  for (const [index, cells] of rest.entries()) {
    const line = index + 2;
    if (cells.length !== width) return fail({ code: 'other number of cells', line });
    const [id = '', name = '', fields = ''] = cells.map(unguardCell);
    const extra = fields === '' ? null : parseFields(fields);
    if (extra === undefined) return fail({ code: 'other fields are not JSON', line });
    readers.push(extra === null ? { id, name } : { id, name, extra });
  }
  return ok(readers);
}

function parseFields(text: string): Reader['extra'] | undefined {
  let fields: Json;
  try {
    fields = parseLossless(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return isFields(fields) ? fields : undefined;
}

function isFields(value: Json): value is NonNullable<Reader['extra']> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isJsonNumber(value);
}
