import { type ChangeCounts, totalChanges } from './change.ts';
import { phraseCounts } from './phrase-counts.ts';

/** A whole number as every screen writes it: `1,284`. */
export const formatCount = (count: number): string => count.toLocaleString('en');

/** `1 reader`, `1,284 readers`. */
export const countReaders = (count: number): string => (count === 1 ? '1 reader' : `${formatCount(count)} readers`);

/** `4 changes: 1 added, 2 renamed, 1 removed`; kinds that do not occur are left out. */
export function phraseChanges(counts: ChangeCounts): string {
  const total = totalChanges(counts);
  if (total === 0) return 'No changes';
  return `${total === 1 ? '1 change' : `${formatCount(total)} changes`}: ${phraseCounts(counts)}`;
}
