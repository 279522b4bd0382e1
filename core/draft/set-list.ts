import { matchById } from '../readers/match-by-id.ts';
import type { Reader } from '../readers/reader.ts';
import type { Rows } from '../readers/rows.ts';
import type { RowEdit } from './draft-action.ts';

/**
 * What makes the rows this list: a row with the id of one of its readers becomes that reader, every other row is
 * emptied, and readers without a row come last. Where an id repeats, rows are taken in order. Rows that are as they
 * should be are among the edits, with the same reader on both sides.
 */
export function setListEdits(rows: Rows, list: readonly Reader[]): RowEdit[] {
  const { theirs, appended } = matchById(rows, list);
  const edits: RowEdit[] = [];
  rows.forEach(({ mine }, row) => {
    edits.push({ row, before: mine, after: theirs[row] ?? null });
  });
  for (const reader of appended) edits.push({ row: edits.length, before: null, after: reader });
  return edits;
}
