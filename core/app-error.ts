/** Every reason a call can be refused for. Screens choose a button by it; the words are in the error itself. */
export const appErrorCodes = [
  // asking Camio
  'unreachable',
  'tls',
  'timeout',
  'unauthorized',
  'not-offered',
  'rejected',
  'rate-limited',
  'server-error',
  'redirected',
  'unexpected-status',
  'unreadable-answer',
  'partial-list',
  'answer-too-large',
  'outcome-unknown',
  'cancelled',
  // what the person asked for
  'invalid-input',
  'not-found',
  'confirmation-needed',
  'token-missing',
  'token-unreadable',
  'nothing-loaded',
  'blocked',
  'busy',
  'draft-out-of-step',
  // this machine
  'disk',
  'corrupt-file',
  'not-printed',
  // Reader Desk itself
  'fault',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** A refusal fit for the screen: what happened and why, then what to do next, in plain sentences. */
export interface AppError {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly next: string;
  /** The server's own text or the system's error, always shown as plain text. */
  readonly detail?: string;
}
