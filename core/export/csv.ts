import { isJsonNumber, parseLossless } from '../camio/lossless.ts';
import { unguardCell } from '../csv/csv-text.ts';
import type { Json } from '../json.ts';
import type { Reader } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';

/** The header of every column an export can have, by which an import knows it again. */
export const exportColumns = {
  change: 'change',
  id: 'device_id',
  name: 'device_name',
  nameInCamio: 'device_name_in_camio',
  extra: 'other_fields_json',
} as const;

/** Why cells are not an export of ours. `line` counts the header as 1. */
export interface CsvRefusal {
  readonly code: 'other columns' | 'other number of cells' | 'other fields are not JSON';
  readonly line: number;
}

/**
 * The readers of an export of ours with ID and name, from its cells as a CSV parser gives them: the header, then one line
 * per reader.
 */
export function readersFromCells(lines: readonly (readonly string[])[]): Result<Reader[], CsvRefusal> {
  const [header = [], ...rest] = lines;
  const width = header.length;
  const expected = [exportColumns.id, exportColumns.name, exportColumns.extra].slice(0, width);
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

/** A reader's unknown fields from their column; undefined where it is not a JSON object. */
export function parseFields(text: string): Reader['extra'] | undefined {
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
