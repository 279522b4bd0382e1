import { columnNames, isColumnName, plainName } from '../import/column-names.ts';
import { findHeader } from '../import/find-header.ts';
import { fail, ok, type Result } from '../result.ts';
import { sheetRows } from './sheet-text.ts';

/** A row of the clipboard, counted from 1 as the person sees it in the spreadsheet. A column it does not have is ''. */
export interface PastedRow {
  readonly row: number;
  readonly id: string;
  readonly name: string;
}

/** Rows as they were copied. `either`: one column without a header that says whether it is IDs or names; it is in `name`. */
export interface PastedRows {
  readonly columns: 'ids and names' | 'ids' | 'names' | 'either';
  /** The cells of the first row, where they are the columns' names. */
  readonly header: readonly string[] | null;
  /** The first row below the header; 1 without one. Rows from here on that are missing in `rows` are empty. */
  readonly firstRow: number;
  readonly rows: readonly PastedRow[];
}

export type PasteRefusal =
  | { readonly code: 'no text' | 'no rows' }
  | { readonly code: 'too many columns'; readonly columns: number };

/**
 * What rows copied from a spreadsheet say about readers: one column of IDs or names, or two with both, in the order that
 * their header says; without one, the column with more of the list's IDs is taken for the IDs. Empty rows are left out.
 * Pauses now and then, so that the window can go on meanwhile.
 */
export function* readPastedRows(
  text: string,
  isKnown: (id: string) => boolean,
): Generator<undefined, Result<PastedRows, PasteRefusal>> {
  const filled: Cells[] = [];
  let width = 0;
  let row = 0;
  for (const cells of sheetRows(text)) {
    row += 1;
    const widthHere = lastFilled(cells) + 1;
    if (widthHere > 0) filled.push({ row, cells });
    width = Math.max(width, widthHere);
    if (row % sliceRows === 0) yield;
  }
  const [first] = filled;
  if (!first) return fail({ code: 'no text' });
  if (width > 2) return fail({ code: 'too many columns', columns: width });
  const header = hasHeader(filled.slice(0, lookedRows), width, isKnown) ? first.cells.slice(0, width) : null;
  const firstRow = header ? first.row + 1 : 1;
  const rows = header ? filled.slice(1) : filled;
  if (rows.length === 0) return fail({ code: 'no rows' });

  if (width === 1) {
    const columns = header ? (isIdName(header[0]) ? 'ids' : 'names') : 'either';
    const put = columns === 'ids' ? 'id' : 'name';
    return ok({
      columns,
      header,
      firstRow,
      rows: rows.map(({ row, cells: [cell = ''] }) => ({ row, id: '', name: '', [put]: cell })),
    });
  }
  const idColumn = header ? idColumnOf(header) : knownColumn(rows, isKnown);
  return ok({
    columns: 'ids and names',
    header,
    firstRow,
    rows: rows.map(({ row, cells }) => ({ row, id: cells[idColumn] ?? '', name: cells[1 - idColumn] ?? '' })),
  });
}

interface Cells {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows read between two pauses. */
const sliceRows = 2_000;
/** Rows from the start that tell which column is which. */
const lookedRows = 200;

/** As for files; but a lone column of names may well begin with a door that is called "Door". */
function hasHeader(rows: readonly Cells[], width: number, isKnown: (id: string) => boolean): boolean {
  const [first] = rows;
  if (!first || first.cells.some(isKnown)) return false;
  if (width === 1) {
    const [cell = ''] = first.cells;
    return isColumnName(cell) && (isIdName(cell) || surelyNames.has(plainName(cell)));
  }
  return findHeader(rows.map(({ row, cells }) => ({ line: row, cells }))) === first.row;
}

const surelyNames: ReadonlySet<string> = new Set(
  'name names devicename readername doorname displayname bezeichnung nom nombre nome naam namn nazwa 名前 名称'.split(
    ' ',
  ),
);

function isIdName(cell = ''): boolean {
  return columnNames.readers.id.includes(plainName(cell));
}

function idColumnOf([first, second]: readonly string[]): 0 | 1 {
  return isIdName(second) && !isIdName(first) ? 1 : 0;
}

function knownColumn(rows: readonly Cells[], isKnown: (id: string) => boolean): 0 | 1 {
  const looked = rows.slice(0, lookedRows);
  const known = (column: number) => looked.filter(({ cells }) => isKnown(cells[column] ?? '')).length;
  return known(1) > known(0) ? 1 : 0;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '');
}
