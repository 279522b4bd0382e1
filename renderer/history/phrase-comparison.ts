import { type ChangeCounts, totalChanges } from '../../core/readers/change.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';

/** A comparison in numbers: `1 added, 2 renamed, 0 removed, 5 unchanged`. */
export function phraseComparison(counts: ChangeCounts): string {
  const { added, renamed, changed, removed, unchanged } = counts;
  if (totalChanges(counts) === 0) return `The two lists are the same: ${counted(unchanged, 'reader')}.`;
  const others = changed > 0 ? `, ${formatCount(changed)} changed in other fields` : '';
  return `${formatCount(added)} added, ${formatCount(renamed)} renamed, ${formatCount(removed)} removed${others}, ${formatCount(unchanged)} unchanged`;
}
