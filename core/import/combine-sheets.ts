import type { ImportSheet } from './import-sheet.ts';
import type { ReadNote } from './import-table.ts';
import type { Tabulated } from './tabulate.ts';

/** A sheet of a workbook, with its header found. */
export interface NamedSheet {
  readonly name: string;
  readonly sheet: ImportSheet;
  readonly tabulated: Tabulated;
}

/** The column that says which sheet a row stood in. */
const sheetColumn = 'Sheet';

/**
 * Sheets of one kind as one table: columns of the same name are one, and the sheet's name is the last column. Lines are
 * counted on from sheet to sheet, as the note says.
 */
export function combineSheets(sheets: readonly NamedSheet[]): ImportSheet {
  const names: string[] = [];
  const places = new Map<string, number>();
  const lines: ImportSheet['lines'][number][] = [];
  const spans: { readonly sheet: string; readonly first: number; readonly last: number }[] = [];
  const rowsOf: { readonly name: string; readonly columns: readonly number[]; readonly offset: number }[] = [];
  let offset = 0;
  for (const { name, sheet, tabulated } of sheets) {
    const seen = new Map<string, number>();
    const columns = tabulated.columns.map(({ header }) => {
      // The second column of a name is not the first.
      const time = (seen.get(header) ?? 0) + 1;
      seen.set(header, time);
      const key = `${time}:${header}`;
      const place = places.get(key) ?? names.push(header) - 1;
      places.set(key, place);
      return place;
    });
    rowsOf.push({ name, columns, offset });
    const last = sheet.lines.at(-1)?.line ?? 0;
    spans.push({ sheet: name, first: offset + 1, last: offset + last });
    offset += last;
  }
  for (const [at, { name, columns, offset: before }] of rowsOf.entries()) {
    for (const { line, cells } of sheets[at]?.tabulated.rows ?? []) {
      const together = Array.from({ length: names.length + 1 }, () => '');
      for (const [from, to] of columns.entries()) together[to] = cells[from] ?? '';
      together[names.length] = name;
      lines.push({ line: before + line, cells: together });
    }
  }
  return {
    lines,
    names: [...names, sheetColumn],
    isText: false,
    notes: [{ code: 'sheets together', spans }, ...notesOfCells(sheets)],
  };
}

/** What the sheets' notes say about cells, of each kind once; those about lines have line numbers of their own. */
function notesOfCells(sheets: readonly NamedSheet[]): ReadNote[] {
  const notes = new Map<ReadNote['code'], Extract<ReadNote, { cells: number }>>();
  for (const { name, sheet } of sheets) {
    for (const note of sheet.notes) {
      if (!('cells' in note)) continue;
      const before = notes.get(note.code);
      const cells = note.cells + (before?.cells ?? 0);
      notes.set(note.code, { ...note, cells, first: before?.first ?? `${name}!${note.first}` });
    }
  }
  return [...notes.values()];
}
