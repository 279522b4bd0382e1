import { formatCount } from '../text/amounts.ts';
import { type ChangeCounts, type ChangeKind, totalChanges } from './change.ts';

const inOrder = ['added', 'renamed', 'changed', 'removed'] as const satisfies readonly ChangeKind[];

/** `1 added, 2 renamed`; kinds that do not occur are left out. `no changes` where none does. */
export function phraseCounts(counts: ChangeCounts): string {
  if (totalChanges(counts) === 0) return 'no changes';
  return inOrder
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${formatCount(counts[kind])} ${kind}`)
    .join(', ');
}
