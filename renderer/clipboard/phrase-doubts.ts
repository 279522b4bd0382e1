import type { DoubtChoice } from '../../core/clipboard/paste-plan.ts';
import { formatCount } from '../../core/text/amounts.ts';

export const doubtLabels: Readonly<Record<DoubtChoice, string>> = {
  'leave out': 'Leave these rows out',
  'use known': 'Take them for the IDs of the list',
  add: 'Add them as new readers',
};

/** What is in doubt about rows, in a sentence. */
export function phraseDoubts(rows: number): string {
  const [have, are] = rows === 1 ? ['1 row has an ID', 'is'] : [`${formatCount(rows)} rows have IDs`, 'are'];
  return `${have} that ${are} not in the list, but ${rows === 1 ? 'reads' : 'read'} like another that is, or like a number that a spreadsheet has shortened.`;
}
