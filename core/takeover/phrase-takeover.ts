import type { AppError } from '../app-error.ts';
import { formatCount } from '../text/amounts.ts';
import type { Takeover } from './takeover.ts';

/** A takeover in sentences, without times: the screen knows the time zone. */
export function phraseTakeover({ undone, of }: Pick<Takeover, 'undone' | 'of'>): AppError {
  const isAll = undone.total === of;
  return {
    code: 'blocked',
    message: `${amount(undone.total, of)} of your push ${undone.total === 1 ? 'is' : 'are'} gone again: Camio was seen to hold what it held before. ${isAll ? 'Most likely a Camio gateway put its own list back: it does that every two hours by default. Somebody may also have pushed another list, or Camio answered with an older list' : 'Somebody may have changed those readers back, or Camio answered with an older list'}.`,
    next: 'Change the readers where the gateway has its list, or have the gateway stopped, before you push again. You can put your changes back into the draft meanwhile.',
  };
}

function amount(undone: number, of: number): string {
  if (undone === of) return of === 1 ? 'The only change' : `All ${formatCount(of)} changes`;
  return `${formatCount(undone)} of ${formatCount(of)} changes`;
}
