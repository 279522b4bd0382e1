import type { AppError } from '../app-error.ts';
import { counted } from '../text/amounts.ts';
import type { Differences } from './diff.ts';

/** The remote list moved since the base while the draft has changes. */
export function phraseDrift({ total }: Differences): AppError {
  const readers = counted(total, 'reader differs', 'readers differ');
  return {
    code: 'blocked',
    message: `Somebody changed Camio’s list since it was read here: ${readers}. Nothing was sent, and the draft is as it was.`,
    next: 'Review what moved. What does not clash is merged by itself; where it clashes, you choose whose reader to keep.',
  };
}
