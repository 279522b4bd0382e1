import type { CsvLine } from '../csv/parse-csv.ts';
import { exportColumns } from '../export/csv.ts';
import { columnKey, columnNames } from './column-names.ts';
import type { ColumnBinding, ImportMapping, ImportTarget, MappingSource, TableColumn } from './import-table.ts';
import { isOwnExport } from './tabulate.ts';

/** Rows that are looked at where contents decide. */
const lookedRows = 2_000;

const nothingBound: ColumnBinding = { columns: [], separator: ' ' };
const idSeparator = '-';

/** How the columns of a table are bound to begin with: as our export has them, by their names, or by their contents. */
export function guessMapping(
  columns: readonly TableColumn[],
  rows: readonly CsvLine[],
  target: ImportTarget,
): { readonly mapping: ImportMapping; readonly mappingFrom: MappingSource } {
  const headers = columns.map(({ header }) => header);
  if (target === 'readers' && isOwnExport(headers)) return { mapping: ownMapping(headers), mappingFrom: 'own export' };
  const table: Table = { columns, rows, plain: headers.map(columnKey), names: columnNames[target] };
  const idColumn = columnNamed(table, table.names.id, null) ?? idByContents(table);
  const nameColumn = columnNamed(table, table.names.name, idColumn) ?? nameByContents(table, idColumn);
  const siteColumn = target === 'cameras' ? columnNamed(table, table.names.site, idColumn, nameColumn) : null;
  const mapping: ImportMapping = {
    id: idColumn === null ? { columns: [], separator: idSeparator } : idBinding(table, idColumn),
    name: nameColumn === null ? nothingBound : { columns: [nameColumn], separator: ' ' },
    otherFields: null,
    site: siteColumn,
  };
  const isBound = idColumn !== null || nameColumn !== null;
  return { mapping, mappingFrom: isBound ? 'guessed' : 'none' };
}

interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly CsvLine[];
  /** The columns' plain names. */
  readonly plain: readonly string[];
  readonly names: (typeof columnNames)[ImportTarget];
}

function ownMapping(headers: readonly string[]): ImportMapping {
  const at = (header: string): number[] => [headers.indexOf(header)].filter((column) => column >= 0);
  return {
    id: { columns: at(exportColumns.id), separator: idSeparator },
    name: { columns: at(exportColumns.name), separator: ' ' },
    otherFields: at(exportColumns.extra)[0] ?? null,
    site: null,
  };
}

/** The column with the surest of these names. Where several columns have it, the fullest. */
function columnNamed(
  { columns, plain }: Table,
  names: readonly string[],
  ...taken: readonly (number | null)[]
): number | null {
  for (const name of names) {
    const found = plain.flatMap((header, column) => (header === name && !taken.includes(column) ? [column] : []));
    const filled = found.filter((column) => (columns[column]?.filled ?? 0) > 0);
    const [best] = filled.sort((a, b) => (columns[b]?.filled ?? 0) - (columns[a]?.filled ?? 0));
    if (best !== undefined) return best;
  }
  return null;
}

/** The id's own column; with the column of the device before it where only the two together tell all rows apart. */
function idBinding(table: Table, idColumn: number): ColumnBinding {
  const alone: ColumnBinding = { columns: [idColumn], separator: idSeparator };
  if (isUnique(table.rows, [idColumn])) return alone;
  const parents = table.plain.flatMap((header, column) =>
    column !== idColumn && table.names.parent.includes(header) ? [column] : [],
  );
  const parent = parents.find((column) => isUnique(table.rows, [column, idColumn]));
  return parent === undefined ? alone : { columns: [parent, idColumn], separator: idSeparator };
}

function isUnique(rows: readonly CsvLine[], columns: readonly number[]): boolean {
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const key = columns.map((column) => cells[column] ?? '').join('\u0000');
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** The first column that is full, different in every row, and of single words most of which have a digit. */
function idByContents({ columns, rows }: Table): number | null {
  const looked = rows.slice(0, lookedRows);
  const found = columns.findIndex(({ filled }, column) => {
    if (filled < rows.length) return false;
    const cells = looked.map((row) => row.cells[column] ?? '');
    const withDigit = cells.filter((cell) => /\d/.test(cell)).length;
    return withDigit * 2 > cells.length && cells.every((cell) => !/\s/.test(cell)) && isUnique(rows, [column]);
  });
  return found < 0 ? null : found;
}

/** The other column with the most different texts that have letters. */
function nameByContents({ columns, rows }: Table, idColumn: number | null): number | null {
  const looked = rows.slice(0, lookedRows);
  const ranked = columns
    .map((_, column) => {
      const cells = looked.map((row) => row.cells[column] ?? '');
      const lettered = cells.filter((cell) => /\p{L}{2}/u.test(cell));
      return { column, isText: lettered.length * 2 > looked.length, different: new Set(lettered).size };
    })
    .filter(({ column, isText }) => column !== idColumn && isText)
    .sort((a, b) => b.different - a.different || a.column - b.column);
  return ranked[0]?.column ?? null;
}
