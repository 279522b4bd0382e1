import type { CsvLine } from '../csv/parse-csv.ts';
import { exportColumns } from '../export/csv.ts';
import { fail, ok, type Result } from '../result.ts';
import { mostCommon } from './detect-delimiter.ts';
import { findHeader } from './find-header.ts';
import { type ImportRefusal, importLimits } from './import-refusal.ts';
import type { ImportSheet } from './import-sheet.ts';
import type { ReadNote, TableColumn } from './import-table.ts';
import { unguardLine } from './unguard-line.ts';

/** A sheet cut into a header and rows. */
export interface Tabulated {
  /** The line the columns' names are on, 0 for none; as chosen and as found. */
  readonly headerLine: number;
  readonly detectedHeaderLine: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly CsvLine[];
  /** The texts are those of an export of ours, or of Camio's own list: none is changed, and an empty name is meant. */
  readonly isExact: boolean;
  readonly notes: readonly ReadNote[];
}

/** Finds the header, or takes the one that was chosen, and what is below it. */
export function tabulate(sheet: ImportSheet, chosen: number | null): Result<Tabulated, ImportRefusal> {
  const { lines, names } = sheet;
  const detectedHeaderLine = names ? 0 : findHeader(lines);
  // A number within a cell of several lines means the line that the cell is on.
  const header =
    names || chosen === 0 ? undefined : lines.findLast(({ line }) => line <= (chosen ?? detectedHeaderLine));
  const headers = names ?? header?.cells ?? [];
  const below = header ? lines.slice(lines.indexOf(header) + 1) : lines;
  const filled = below.filter(isFilled);
  // It has removed readers too, which an import would bring back.
  if (isOfChanges(headers)) return fail({ code: 'list of changes' });
  if (filled.length === 0) return fail({ code: 'no rows' });
  if (filled.length > importLimits.rows) return fail({ code: 'too many rows' });

  const isExact = isOwnExport(headers);
  const trimmed = isExact ? { rows: asExported(filled, sheet), note: null } : withoutOuterSpaces(filled);
  const columns = columnsOf(headers, trimmed.rows);
  if (columns.length > importLimits.columns) return fail({ code: 'too many columns' });

  const notes = [...sheet.notes];
  if (!names && !header) notes.push({ code: 'no header found' });
  notes.push(...undecodable(lines));
  if (sheet.isText) notes.push(...uneven(filled, header ? headers.length : null));
  if (trimmed.note) notes.push(trimmed.note);
  if (below.length > filled.length) notes.push({ code: 'blank lines skipped', lines: below.length - filled.length });
  return ok({ headerLine: header?.line ?? 0, detectedHeaderLine, columns, rows: trimmed.rows, isExact, notes });
}

const listHeaders: readonly string[] = [exportColumns.id, exportColumns.name, exportColumns.extra];
const changesHeaders: readonly string[] = Object.values(exportColumns);

/** An export of a list, with no column but ours. */
export function isOwnExport(headers: readonly string[]): boolean {
  return headers.includes(exportColumns.id) && headers.every((header) => listHeaders.includes(header));
}

/**
 * Excel keeps the apostrophes of a CSV export of ours where it saves that as a workbook, and what an export of ours writes
 * as a workbook has one of them too many where it looks like that. Other people's workbooks mean what they say.
 */
function asExported(rows: CsvLine[], { isText, names }: ImportSheet): CsvLine[] {
  const isWorkbook = !isText && names === null;
  return isWorkbook ? rows.map(unguardLine) : rows;
}

/** An export of changes, which alone say what each change is, or what Camio has. */
function isOfChanges(headers: readonly string[]): boolean {
  const isOurs = headers.includes(exportColumns.id) && headers.every((header) => changesHeaders.includes(header));
  return isOurs && !isOwnExport(headers);
}

function isFilled({ cells }: CsvLine): boolean {
  return cells.some((cell) => cell !== '');
}

function withoutOuterSpaces(lines: readonly CsvLine[]): { readonly rows: CsvLine[]; readonly note: ReadNote | null } {
  let count = 0;
  let first = 0;
  const rows = lines.map((line) => {
    if (!line.cells.some((cell) => cell.trim() !== cell)) return line;
    count += 1;
    if (count === 1) first = line.line;
    return { line: line.line, cells: line.cells.map((cell) => cell.trim()) };
  });
  return { rows, note: count === 0 ? null : { code: 'outer spaces', lines: count, first } };
}

function columnsOf(headers: readonly string[], rows: readonly CsvLine[]): TableColumn[] {
  const filled: number[] = headers.map(() => 0);
  for (const { cells } of rows) {
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column] !== '') filled[column] = (filled[column] ?? 0) + 1;
    }
  }
  // Columns at the end that have neither a name nor a cell come from delimiters at the lines' ends.
  const used = Array.from(filled, (count = 0, column) => count > 0 || (headers[column]?.trim() ?? '') !== '');
  const width = used.lastIndexOf(true) + 1;
  return Array.from({ length: width }, (_, column) => ({
    header: headers[column]?.trim() ?? '',
    filled: filled[column] ?? 0,
  }));
}

function undecodable(lines: readonly CsvLine[]): ReadNote[] {
  const garbled = lines.filter(({ cells }) => cells.some((cell) => cell.includes('\ufffd')));
  const [first] = garbled;
  return first ? [{ code: 'undecodable characters', lines: garbled.length, first: first.line }] : [];
}

function uneven(rows: readonly CsvLine[], width: number | null): ReadNote[] {
  const usual = width ?? mostCommon(rows.map(({ cells }) => cells.length));
  const others = rows.filter(({ cells }) => cells.length !== usual);
  const [first] = others;
  return first ? [{ code: 'uneven lines', lines: others.length, first: first.line }] : [];
}
