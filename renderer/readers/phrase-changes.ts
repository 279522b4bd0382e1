import { type ChangeCounts, type ChangeKind, totalChanges } from '../../core/readers/change.ts';

/** A whole number as every screen writes it: `1,284`. */
export const formatCount = (count: number): string => count.toLocaleString('en');

/** `1 reader`, `1,284 readers`. */
export const countReaders = (count: number): string => (count === 1 ? '1 reader' : `${formatCount(count)} readers`);

const inOrder = ['added', 'renamed', 'changed', 'removed'] as const satisfies ChangeKind[];

/** `4 changes: 1 added, 2 renamed, 1 removed`; kinds that do not occur are left out. */
export function phraseChanges(counts: ChangeCounts): string {
  const total = totalChanges(counts);
  if (total === 0) return 'No changes';
  const parts = inOrder.filter((kind) => counts[kind] > 0).map((kind) => `${formatCount(counts[kind])} ${kind}`);
  return `${total === 1 ? '1 change' : `${formatCount(total)} changes`}: ${parts.join(', ')}`;
}
