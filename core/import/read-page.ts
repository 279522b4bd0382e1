import { readTables } from '../html/read-tables.ts';
import type { ImportSheet } from './import-sheet.ts';
import { tabulate } from './tabulate.ts';

/** A table of a web page or an XML spreadsheet, and the others that could be chosen. */
export interface ReadPage {
  readonly sheet: ImportSheet;
  readonly lists: readonly string[];
  readonly list: string;
  readonly detected: string;
}

/** The table with the most readers, or the one that is `wanted`; null where the text has no table. */
export function readPage(text: string, wanted: string | null): ReadPage | null {
  const tables = readTables(text);
  const sheets = tables.map(
    (rows): ImportSheet => ({
      lines: rows.map((cells, index) => ({ line: index + 1, cells })),
      names: null,
      isText: false,
      notes: [{ code: 'table of a page', tables: tables.length }],
    }),
  );
  const lists = sheets.map((_, index) => `Table ${index + 1}`);
  const likeliest = [...sheets].sort((a, b) => rowsOf(b) - rowsOf(a))[0];
  if (!likeliest) return null;
  const detectedAt = sheets.indexOf(likeliest);
  const chosenAt = wanted === null ? detectedAt : lists.indexOf(wanted);
  const sheet = sheets[chosenAt] ?? likeliest;
  const nameOf = (at: number) => lists[at] ?? '';
  return { sheet, lists, list: nameOf(sheets.indexOf(sheet)), detected: nameOf(detectedAt) };
}

/** Tables with columns' names come before those that only lay out a page. */
function rowsOf(sheet: ImportSheet): number {
  const table = tabulate(sheet, null);
  if (!table.ok) return 0;
  const isNamed = table.value.headerLine > 0 && table.value.columns.length > 1;
  return table.value.rows.length + (isNamed ? sheet.lines.length : 0);
}
