import type { AppError, AppErrorCode } from '../app-error.ts';
import type { ListKey } from '../camio/dialect.ts';
import type { CamioFailure } from '../camio/failure.ts';
import { phraseFailure } from '../camio/phrase-failure.ts';
import type { Differences } from '../readers/diff.ts';
import { counted } from '../text/amounts.ts';

/** The snapshot before sending could not be written. */
export function notBackedUp(error: AppError): AppError {
  return { ...error, message: `Nothing was sent, because Camio’s list could not be backed up first. ${error.message}` };
}

/** Camio holds what was sent, but the draft on disk still stands on the list from before. */
export function notAdopted(error: AppError): AppError {
  return {
    ...error,
    message: `Camio holds the list as sent, but the draft on this computer could not follow. ${error.message}`,
    next: `${error.next} Then refresh from Camio.`,
  };
}

/** Nothing may be sent without a note of it on disk: after a crash nobody could tell. */
export function notNoted(error: AppError): AppError {
  return { ...error, message: `Nothing was sent, because it could not be written down first. ${error.message}` };
}

/** Camio's list was read back and is not what was sent, yet. */
export function notSeenYet({ total }: Differences): AppError {
  return {
    code: 'outcome-unknown',
    message: `Camio’s list was read and is not yet what was sent: ${readersDiffer(total)}.`,
    next: 'It is read again by itself. Nothing is sent a second time.',
  };
}

/** Nothing was stored, and the push goes on by itself after a while. */
export function waitsFor(failure: CamioFailure): AppError {
  if (failure.code === 'rate limited') {
    return {
      code: 'rate-limited',
      message: 'Camio takes no more requests for now (status 429). Nothing was stored.',
      next: 'The push goes on by itself: Camio’s list is read first, then everything is compared again.',
      ...detailOf(failure),
    };
  }
  return {
    code: codeOf(failure),
    message: `The server failed${'status' in failure ? ` (status ${failure.status})` : ''}. Nothing was stored.`,
    next: 'It is tried again by itself: Camio’s list is read first, then everything is compared again.',
    ...detailOf(failure),
  };
}

/** Reading is not offered, so the push is held until the number of readers is typed. */
export function listNotSeen(readers: number): AppError {
  const count = counted(readers, 'reader');
  return {
    code: 'confirmation-needed',
    message: `Reader Desk cannot see Camio’s list: the server does not offer it for reading. A push replaces whatever is there with ${count}, and nobody can check the result. Nothing was sent.`,
    next: `If that is what you want, type ${readers} below, then push again.`,
  };
}

/** Sent over a list that cannot be seen, without a clear answer. */
export function unseenUnknown(sending: CamioFailure): AppError {
  return {
    code: 'outcome-unknown',
    message: `${howItWent(sending)} The server does not let the list be read, so it is not known which list Camio holds now.`,
    next: 'Look at the readers on Camio’s settings page before you push again.',
    ...detailOf(sending),
  };
}

/** The person stopped waiting for the list to be read back. */
export function notWaitedFor(sending: CamioFailure | null): AppError {
  return {
    code: 'outcome-unknown',
    message: `${sending === null ? 'The list was sent.' : howItWent(sending)} You stopped waiting before it could be read back, so it is not known which list Camio holds now.`,
    next: 'Read it back now, or later: Reader Desk does it by itself when this connection is next opened.',
    ...detailOf(sending),
  };
}

/** A push of an earlier session, and Camio's list cannot be read now either. */
export function interruptedUnknown(reading: CamioFailure): AppError {
  const why = phraseFailure(reading, 'read the list');
  return {
    code: reading.code === 'unauthorized' ? 'unauthorized' : 'outcome-unknown',
    message: `The list may have been sent, and Camio’s list could not be read to find out. ${why.message}`,
    next: 'Read it back again once that is put right. Nothing is sent a second time by itself.',
    ...detailOf(reading),
  };
}

/** A push of an earlier session that did not reach Camio. */
export const interruptedNotStored: AppError = {
  code: 'cancelled',
  message: 'Camio’s list was read: it is still the one from before the push. The draft is kept.',
  next: 'Review the changes and push again.',
};

/** A push of an earlier session, and Camio now holds neither the list from before nor the one that was sent. */
export function interruptedOtherList({ total }: Differences): AppError {
  return {
    code: 'rejected',
    message: `Camio’s list was read: it is neither the one from before the push nor the one that was sent. ${sentenceCase(readersDiffer(total))} from what was sent.`,
    next: 'Look at what differs, then refresh from Camio. The list from before is kept as a snapshot.',
  };
}

/** Sent, and the list could not be read afterwards. `sending` is null where Camio accepted the list. */
export function notReadBack(sending: CamioFailure | null, reading: CamioFailure): AppError {
  const why = phraseFailure(reading, 'read the list');
  return {
    code: reading.code === 'unauthorized' ? 'unauthorized' : 'outcome-unknown',
    message: `${howItWent(sending)} It could not be read back, so it is not known which list Camio holds now. ${why.message}`,
    next: 'Read it back again to see what Camio holds. Nothing is sent a second time by itself.',
    ...detailOf(sending ?? reading),
  };
}

/** Sending ended without a clear answer, and Camio still holds the list from before. */
export function notStored(sending: CamioFailure): AppError {
  return {
    code: codeOf(sending),
    message: `${howItWent(sending)} It was read back: Camio still holds the list from before.`,
    next: 'Wait a moment and push again. Camio’s list is read first, so a push that arrives late is noticed.',
    ...detailOf(sending),
  };
}

/** Camio holds another list than the one that was sent. `sending` is null where Camio accepted the list. */
export function storedOtherwise(sending: CamioFailure | null, { total }: Differences): AppError {
  return {
    code: 'rejected',
    message: `${howItWent(sending)} It was read back, and ${readersDiffer(total)} from what was sent.`,
    next: 'Look at what differs, and check the dialect of the connection. The list from before is kept as a snapshot.',
    ...detailOf(sending),
  };
}

/** Camio lists its readers under another key than the one the list was sent under. */
export function storedUnderOtherKey(sending: CamioFailure | null, sent: ListKey, seen: ListKey): AppError {
  return {
    code: 'rejected',
    message: `${howItWent(sending)} It was read back, and Camio does not hold it: the list was sent under “${sent}”, but Camio lists its readers under “${seen}”.`,
    next: `Let this connection send the list under “${seen}”, then push again.`,
    ...detailOf(sending),
  };
}

function readersDiffer(total: number): string {
  return counted(total, 'reader differs', 'readers differ');
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function howItWent(sending: CamioFailure | null): string {
  if (sending === null) return 'Camio accepted the list.';
  if ('status' in sending) return `The list was sent, and the server answered with status ${sending.status}.`;
  const timeout = sending.code === 'transport' && sending.failure.kind === 'timeout';
  return timeout
    ? 'The list was sent, and the server did not answer in time.'
    : 'The list was sent, and the connection broke off before the answer was complete.';
}

function codeOf(sending: CamioFailure): AppErrorCode {
  if (sending.code === 'server error') return 'server-error';
  if (sending.code === 'transport') return sending.failure.kind === 'timeout' ? 'timeout' : 'unreachable';
  return 'unexpected-status';
}

/** The server's own words, or the system's. */
function detailOf(failure: CamioFailure | null): Pick<AppError, 'detail'> {
  const detail = failure && phraseFailure(failure, 'replace the list').detail;
  return detail === undefined || detail === null ? {} : { detail };
}
