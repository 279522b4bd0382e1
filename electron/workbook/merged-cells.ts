import type { ReadNote } from '../../core/import/import-table.ts';
import { parseReference } from './cell-reference.ts';
import type { ReadingBudget } from './reading-budget.ts';

/**
 * Cells that are merged over several rows hold one text for all of them: it is put into each row that has other texts, as
 * the sheet shows it. What the note says: how many such cells, and the first; null for none.
 */
export function spreadMerged(
  ranges: readonly string[],
  rows: ReadonlyMap<number, string[]>,
  budget: ReadingBudget,
): ReadNote | null {
  let count = 0;
  let first = '';
  for (const range of ranges) {
    const [from, to] = range.split(':').map(parseReference);
    if (!from || !to || to.row <= from.row) continue;
    const text = rows.get(from.row)?.[from.column - 1] ?? '';
    if (text === '') continue;
    count += 1;
    if (count === 1) first = range;
    for (let row = from.row + 1; row <= to.row; row += 1) {
      const cells = rows.get(row);
      // Each row counts, since ranges may overlap as often as a file likes.
      budget.addCells(1);
      if (budget.exceeded) return null;
      if (!cells || (cells[from.column - 1] ?? '') !== '') continue;
      budget.addCells(Math.max(0, from.column - cells.length), text.length);
      while (cells.length < from.column) cells.push('');
      cells[from.column - 1] = text;
    }
  }
  return count === 0 ? null : { code: 'merged cells', cells: count, first };
}
