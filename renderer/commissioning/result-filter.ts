import { type SweepOutcome, type SweepResult, sweepOutcomes } from '../../core/sweep/sweep.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { resultWord } from './phrase-sweep.ts';

/** Which results are shown: those of one outcome, or those that nobody has said anything of yet. */
export type Shown = 'all' | 'not signed off' | SweepOutcome;

export const shownChoices: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'All results' },
  { value: 'not signed off', label: 'Not signed off' },
  ...sweepOutcomes.filter((outcome) => outcome !== 'sending').map((value) => ({ value, label: resultWord(value) })),
];

/** Whether a result is shown, and has every word of the filter in its reader's name, id or label. */
export function passes(result: SweepResult, shown: Shown, words: readonly string[]): boolean {
  const isShown =
    shown === 'all' ||
    (shown === 'not signed off' ? result.outcome === 'accepted' && result.signOff === null : result.outcome === shown);
  if (!isShown) return false;
  if (words.length === 0) return true;
  const folded = foldedText(result);
  return words.every((word) => folded.includes(word));
}

/** A batch of a running sweep changes a few of thousands of results: the others are not folded anew. */
const foldedTexts = new WeakMap<SweepResult, string>();

function foldedText(result: SweepResult): string {
  const known = foldedTexts.get(result);
  if (known !== undefined) return known;
  const folded = foldText(`${result.readerName} ${result.readerId} ${result.label}`);
  foldedTexts.set(result, folded);
  return folded;
}
