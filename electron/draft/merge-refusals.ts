import type { AppError } from '../../core/app-error.ts';
import { counted } from '../../core/text/amounts.ts';

/** What was compared is not what there is any more. */
export function movedOn(): AppError {
  return {
    code: 'draft-out-of-step',
    message: 'Camio’s list or the draft has changed since they were compared, so nothing was merged.',
    next: 'Look at what moved once more. Your choices stay where nothing else changed.',
  };
}

export function clashesLeft(clashes: number): AppError {
  const left = counted(clashes, 'clash has', 'clashes have');
  return {
    code: 'blocked',
    message: `${left} no choice yet, so nothing was merged.`,
    next: 'Keep yours or theirs for each, then merge.',
  };
}
