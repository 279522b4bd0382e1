import type { AppError, AppErrorCode } from '../app-error.ts';
import type { CamioFailure } from '../camio/failure.ts';
import { phraseFailure } from '../camio/phrase-failure.ts';
import type { Differences } from './push-state.ts';

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

/** Sent, and the list could not be read afterwards. `sending` is null where Camio accepted the list. */
export function notReadBack(sending: CamioFailure | null, reading: CamioFailure): AppError {
  const why = phraseFailure(reading, 'read the list');
  return {
    code: 'outcome-unknown',
    message: `${howItWent(sending)} It could not be read back, so it is not known which list Camio holds now. ${why.message}`,
    next: 'Refresh from Camio to see what it holds before you push again.',
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
  const readers = total === 1 ? '1 reader differs' : `${total.toLocaleString('en')} readers differ`;
  return {
    code: 'rejected',
    message: `${howItWent(sending)} It was read back, and ${readers} from what was sent.`,
    next: 'Look at what differs, and check the dialect of the connection. The list from before is kept as a snapshot.',
    ...detailOf(sending),
  };
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
