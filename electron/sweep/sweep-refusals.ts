import type { AppError } from '../../core/app-error.ts';
import { type EventIssue, phraseEventIssue } from '../../core/events/event-issues.ts';
import { formatCount } from '../../core/text/amounts.ts';

export const noSuchSweep: AppError = {
  code: 'not-found',
  message: 'This sweep is not among those of the connection any more.',
  next: 'Choose another sweep, or start a new one.',
};

export const busy: AppError = {
  code: 'busy',
  message: 'A sweep of this connection is under way already.',
  next: 'Wait until it has ended, or pause it first.',
};

export const busyDeleting: AppError = {
  code: 'busy',
  message: 'A sweep of this connection is under way, so the connection was not deleted.',
  next: 'Pause or stop the sweep, then delete the connection.',
};

export const isOver: AppError = {
  code: 'blocked',
  message: 'This sweep is over, so nothing more is sent by it.',
  next: 'Start a new sweep for the readers that are left.',
};

export const brokeOff: AppError = {
  code: 'outcome-unknown',
  message: 'Reader Desk failed in the middle of the sweep.',
  next: 'Look through the results, then resume the sweep.',
};

export function damaged(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'The results of a sweep could not be read: its file is damaged.',
    next: `The file was kept as ${path}. Search Camio for the sweep’s events before you test its readers again.`,
  };
}

/** Some lines of a sweep's journal could not be read; the sweep is there without them. */
export function partlyDamaged(copy: string): AppError {
  return {
    code: 'corrupt-file',
    message:
      'A part of a sweep’s results could not be read: its file is damaged. The rest is there; readers whose results were lost are shown as unknown.',
    next: `Look over what you signed off. The damaged file was kept as ${copy}. Whoever looks after this computer should check its disk.`,
  };
}

export function newerVersion(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: `The sweep in ${path} was written by a newer version of Reader Desk and cannot be shown.`,
    next: 'Update Reader Desk on this computer.',
  };
}

export function notInList(count: number, first: string): AppError {
  const others = count === 1 ? '' : ` and ${formatCount(count - 1)} more`;
  return {
    code: 'not-found',
    message: `Nothing was sent: the reader with ID ${first}${others} is not in the list any more.`,
    next: 'Choose the readers again.',
  };
}

export function cannotBeSent(readerId: string, issues: readonly EventIssue[]): AppError {
  return {
    code: 'invalid-input',
    message: `Nothing was sent: the event for the reader with ID ${readerId} cannot be sent as it is. ${issues.map(phraseEventIssue).join(' ')}`,
    next: 'Correct it, or leave that reader out.',
  };
}

export function notToSendAgain(readerName: string): AppError {
  return {
    code: 'invalid-input',
    message: `Nothing was sent: the event for ${readerName} was accepted, or is on its way.`,
    next: 'Choose readers whose events were refused, or whose outcome is unknown.',
  };
}

export const notAsShown: AppError = {
  code: 'blocked',
  message: 'Nothing was sent: the sweep is not the one that was shown when you agreed to it.',
  next: 'Start the sweep again and check its number of events.',
};
