import type { AppError } from '../../core/app-error.ts';

/** The journal's last line was not finished. */
export function tornLine(): AppError {
  return {
    code: 'corrupt-file',
    message:
      'Reader Desk was stopped while it was saving a change. That change was not complete and was left out; every change that was shown as saved is there.',
    next: 'Look at what you did last, and do it again if it is missing.',
  };
}

/** A journal cannot be read beyond some point. `copy` is where it was kept. */
export function journalDamaged(actions: number, copy: string): AppError {
  const kept = actions === 1 ? '1 change' : `${actions.toLocaleString('en')} changes`;
  return {
    code: 'corrupt-file',
    message: `A file of this draft is damaged. ${kept} since it was last put in order could be read and are there; what came after them could not. The damaged file was kept as ${copy}.`,
    next: 'Look the list over before you push it. Whoever looks after this computer should check its disk.',
  };
}

/** The draft's own file cannot be read. `aside` is where it was put. */
export function draftSetAside(aside: string): AppError {
  return {
    code: 'corrupt-file',
    message: `The file of this draft is damaged and cannot be read. Nothing was erased: it was set aside as ${aside}.`,
    next: 'Refresh from Camio to start from its list. Whoever looks after this computer should check its disk.',
  };
}

export function newerVersion(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: `This draft was written by a newer version of Reader Desk, which this version cannot read: ${path}.`,
    next: 'Open it with the newer version. The file was left as it is.',
  };
}

/** The window acted on an earlier state of the draft. */
export function outOfStep(): AppError {
  return {
    code: 'draft-out-of-step',
    message: 'The draft has moved on since this change was made, so the change was not applied.',
    next: 'The draft is opened again; look it over and repeat the change if it is missing.',
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
