import { type Change, type ChangeKind, rowChange } from '../readers/change.ts';
import type { Draft } from './draft.ts';

/** The order of the review. */
const reviewOrder: readonly ChangeKind[] = ['renamed', 'changed', 'added', 'removed'];

/** Every change of the draft against its base: renamed, changed, added, removed, each in the list's order. */
export function draftChanges(draft: Draft): Change[] {
  const byKind: Record<ChangeKind, Change[]> = { added: [], renamed: [], changed: [], removed: [] };
  draft.rows.forEach((row, number) => {
    const kind = rowChange(row);
    if (kind !== null && kind !== 'unchanged') byKind[kind].push({ kind, row: number, ...row });
  });
  return reviewOrder.flatMap((kind) => byKind[kind]);
}
