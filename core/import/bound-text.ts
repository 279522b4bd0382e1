import type { ColumnBinding } from './import-table.ts';

/**
 * What a bound id or name reads in one row: its columns' texts, joined. A name leaves empty ones out; an id of which a
 * part is missing is none, since half an id would be another reader's.
 */
export function boundText(
  cells: readonly string[],
  { columns, separator }: ColumnBinding,
  field: 'id' | 'name',
): string {
  const texts = columns.map((column) => cells[column] ?? '');
  const filled = texts.filter((text) => text !== '');
  return field === 'name' || filled.length === texts.length ? filled.join(separator) : '';
}

/** Several columns with nothing in between: the joined text does not tell where one of them ends. */
export function joinsSeamlessly({ columns, separator }: ColumnBinding): boolean {
  return columns.length > 1 && separator === '';
}
