import type { CsvLine } from '../csv/parse-csv.ts';
import { exportColumns } from '../export/csv.ts';
import { fail, ok, type Result } from '../result.ts';
import { plainName } from './column-names.ts';
import { mostCommon } from './detect-delimiter.ts';
import { findHeader, isWords } from './find-header.ts';
import { findLabels, type LabelledTable } from './find-labels.ts';
import { type ImportRefusal, importLimits } from './import-refusal.ts';
import type { ImportSheet } from './import-sheet.ts';
import type { CountedLines, ReadNote, TableColumn } from './import-table.ts';
import type { LeftOutLine } from './left-out-line.ts';
import { type SortedLines, sortLines } from './sort-lines.ts';
import { unguardLine } from './unguard-line.ts';
import { unwrapCells } from './unwrap-cells.ts';

/** A sheet cut into a header and rows. */
export interface Tabulated {
  /** The line the columns' names are on, 0 for none; as chosen and as found. */
  readonly headerLine: number;
  readonly detectedHeaderLine: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly CsvLine[];
  /** Rows with more filled cells than there are columns, as the file has them: a name may have the delimiter in it. */
  readonly overlong: readonly CsvLine[];
  /** Cells of the header line. */
  readonly width: number;
  readonly leftOut: readonly LeftOutLine[];
  readonly lines: CountedLines;
  /** The texts are those of an export of ours, or of Camio's own list: none is changed, and an empty name is meant. */
  readonly isExact: boolean;
  readonly notes: readonly ReadNote[];
}

/** Finds the header, or takes the one that was chosen, and the rows below it. */
export function tabulate(sheet: ImportSheet, chosen: number | null): Result<Tabulated, ImportRefusal> {
  const labelled = sheet.names === null && chosen === null ? findLabels(sheet.lines.slice(0, importLimits.rows)) : null;
  return labelled ? withLabels(sheet, labelled) : withHeader(sheet, chosen);
}

function withHeader(sheet: ImportSheet, chosen: number | null): Result<Tabulated, ImportRefusal> {
  const { lines, names } = sheet;
  const detectedHeaderLine = names ? 0 : findHeader(lines);
  // A number within a cell of several lines means the line that the cell is on.
  const header =
    names || chosen === 0 ? undefined : lines.findLast(({ line }) => line <= (chosen ?? detectedHeaderLine));
  const at = header ? lines.indexOf(header) : -1;
  const above = lines.slice(0, Math.max(0, at));
  const headers = names ?? withGroups(header?.cells ?? [], above.at(-1)?.cells ?? []);
  const isGroups = (line: CsvLine) => headers !== header?.cells && line === above.at(-1);
  const below = lines.slice(at + 1);
  // It has removed readers too, which an import would bring back.
  if (isOfChanges(headers)) return fail({ code: 'list of changes' });
  const isExact = isOwnExport(headers);
  const sorted = names || isExact ? asTheyStand(below) : sortLines(below, headers);
  const filledAbove = above.filter(isFilled);
  const leftOut: LeftOutLine[] = [
    ...filledAbove.map((line) => ({
      ...line,
      reason: isGroups(line) ? ('second header' as const) : ('above header' as const),
    })),
    ...sorted.leftOut,
  ];
  return finish(sheet, {
    header,
    headers,
    detectedHeaderLine,
    isExact,
    sorted: { ...sorted, leftOut, blank: sorted.blank + above.length - filledAbove.length },
    notes: names || header ? [] : [{ code: 'no header found' }],
  });
}

function withLabels(sheet: ImportSheet, { names, rows, leftOut }: LabelledTable): Result<Tabulated, ImportRefusal> {
  const blank = sheet.lines.length - rows.length - leftOut.length;
  return finish(sheet, {
    header: undefined,
    headers: names,
    detectedHeaderLine: 0,
    isExact: false,
    sorted: { rows, leftOut, blank },
    notes: [{ code: 'labels on every line' }],
  });
}

interface Cut {
  readonly header: CsvLine | undefined;
  readonly headers: readonly string[];
  readonly detectedHeaderLine: number;
  readonly isExact: boolean;
  readonly sorted: SortedLines;
  readonly notes: readonly ReadNote[];
}

function finish(sheet: ImportSheet, cut: Cut): Result<Tabulated, ImportRefusal> {
  const { header, headers, isExact, sorted } = cut;
  const { rows: filled, leftOut, blank } = sorted;
  if (filled.length === 0) return fail({ code: 'no rows' });
  if (filled.length > importLimits.rows) return fail({ code: 'too many rows' });
  const unwrapped = isExact ? { rows: filled, note: null } : unwrapCells(filled, sheet.isText);
  const trimmed = isExact ? { rows: asExported(filled, sheet), note: null } : withoutOuterSpaces(unwrapped.rows);
  const columns = columnsOf(headers, trimmed.rows);
  if (columns.length > importLimits.columns) return fail({ code: 'too many columns' });

  const notes: ReadNote[] = [...sheet.notes, ...cut.notes, ...undecodable(sheet.lines)];
  if (sheet.isText) notes.push(...uneven(filled, headers.length > 0 ? headers.length : null));
  if (unwrapped.note) notes.push(unwrapped.note);
  if (trimmed.note) notes.push(trimmed.note);
  if (leftOut.length > 0) notes.push({ code: 'lines left out', lines: leftOut.length });
  if (blank > 0) notes.push({ code: 'blank lines skipped', lines: blank });
  const inside = sheet.isText ? sheet.lines.reduce((sum, { cells }) => sum + breaksIn(cells), 0) : 0;
  const sepLines = notes.some(({ code }) => code === 'sep line') ? 1 : 0;
  return ok({
    headerLine: header?.line ?? 0,
    detectedHeaderLine: cut.detectedHeaderLine,
    columns,
    rows: trimmed.rows,
    overlong: sheet.isText && !isExact && header ? filled.filter(({ cells }) => isOverlong(cells, headers)) : [],
    width: headers.length,
    leftOut,
    lines: {
      total: sheet.lines.length + inside + sepLines,
      header: (header ? 1 : 0) + sepLines,
      blank,
      inside,
    },
    isExact,
    notes,
  });
}

function asTheyStand(lines: readonly CsvLine[]): SortedLines {
  // A text of nothing but invisible characters is one, here.
  const rows = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { rows, leftOut: [], blank: lines.length - rows.length };
}

/**
 * The names of columns, with the groups that stand above them where names repeat: `Reader`, `Panel` above `ID`, `Name`,
 * `ID`, `Name` make `Reader ID` and so on.
 */
function withGroups(header: readonly string[], above: readonly string[]): readonly string[] {
  const named = header.map(plainName).filter((name) => name !== '');
  const groups = above.filter((cell) => cell.trim() !== '');
  const isGrouped = groups.length > 1 && isWords(groups) && groups.length < named.length;
  if (!isGrouped || new Set(named).size === named.length) return header;
  let group = '';
  return header.map((name, column) => {
    group = above[column]?.trim() || group;
    return `${group} ${name.trim()}`.trim();
  });
}

function isOverlong(cells: readonly string[], headers: readonly string[]): boolean {
  return cells.findLastIndex((cell) => cell.trim() !== '') >= headers.length;
}

/** Line breaks within cells, each of which begins another line of the file. */
function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.split(/\r\n|\r|\n/).length - 1;
  return count;
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
function asExported(rows: readonly CsvLine[], { isText, names }: ImportSheet): readonly CsvLine[] {
  const isWorkbook = !isText && names === null;
  return isWorkbook ? rows.map(unguardLine) : rows;
}

/** An export of changes, which alone say what each change is, or what Camio has. */
function isOfChanges(headers: readonly string[]): boolean {
  const isOurs = headers.includes(exportColumns.id) && headers.every((header) => changesHeaders.includes(header));
  return isOurs && !isOwnExport(headers);
}

function isFilled({ cells }: CsvLine): boolean {
  return cells.some((cell) => cell.trim() !== '');
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
