import type { AppError } from '../../../core/app-error.ts';
import { counted } from '../../../core/text/amounts.ts';
import type { JournalledNotices } from './journalled-format.ts';

/** `what`: what a person calls it, e.g. `draft`; then what to do about a damaged journal, and about a lost file. */
export function journalledNotices(
  what: string,
  { whenDamaged, whenLost }: { readonly whenDamaged: string; readonly whenLost: string },
): JournalledNotices {
  const checkDisk = 'Whoever looks after this computer should check its disk.';
  return {
    tornLine: () => ({
      code: 'corrupt-file',
      message:
        'Reader Desk was stopped while it was saving a change. That change was not complete and was left out; every change that was shown as saved is there.',
      next: 'Look at what you did last, and do it again if it is missing.',
    }),
    journalDamaged(actions, copy) {
      const kept = counted(actions, 'change');
      return {
        code: 'corrupt-file',
        message: `A file of this ${what} is damaged. ${kept} since it was last put in order could be read and are there; what came after them could not. The damaged file was kept as ${copy}.`,
        next: `${whenDamaged} ${checkDisk}`,
      };
    },
    setAside: (aside) => ({
      code: 'corrupt-file',
      message: `The file of this ${what} is damaged and cannot be read. Nothing was erased: it was set aside as ${aside}.`,
      next: `${whenLost} ${checkDisk}`,
    }),
    newerVersion: (path) => ({
      code: 'corrupt-file',
      message: `This ${what} was written by a newer version of Reader Desk, which this version cannot read: ${path}.`,
      next: 'Open it with the newer version. The file was left as it is.',
    }),
    outOfStep: () => ({
      code: 'draft-out-of-step',
      message: `The ${what} has moved on since this change was made, so the change was not applied.`,
      next: `The ${what} is opened again; look it over and repeat the change if it is missing.`,
    }),
  };
}

/** The app is quitting. */
export function closing(): AppError {
  return {
    code: 'busy',
    message: 'Reader Desk is closing, so the change was not saved.',
    next: 'Start Reader Desk again and repeat the change.',
  };
}
