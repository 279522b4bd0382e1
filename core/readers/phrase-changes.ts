import { counted } from '../text/amounts.ts';
import { type ChangeCounts, totalChanges } from './change.ts';
import { phraseCounts } from './phrase-counts.ts';

/** `4 changes: 1 added, 2 renamed, 1 removed`; kinds that do not occur are left out. */
export function phraseChanges(counts: ChangeCounts): string {
  const total = totalChanges(counts);
  if (total === 0) return 'No changes';
  return `${counted(total, 'change')}: ${phraseCounts(counts)}`;
}
