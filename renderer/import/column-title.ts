import type { ImportTable, TableColumn } from '../../core/import/import-table.ts';

/** A column's letter as a spreadsheet counts: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** What a column is called: by its header, or by its letter where it has none or shares it with another. */
export function columnTitle(columns: readonly TableColumn[], index: number): string {
  const header = columns[index]?.header.trim() ?? '';
  if (header === '') return `Column ${columnLetter(index)}`;
  const isShared = columns.some((other, place) => place !== index && other.header.trim() === header);
  return isShared ? `${header} (column ${columnLetter(index)})` : header;
}

/** Every column's name, in order. */
export const columnTitles = ({ columns }: Pick<ImportTable, 'columns'>): readonly string[] =>
  columns.map((_, index) => columnTitle(columns, index));
