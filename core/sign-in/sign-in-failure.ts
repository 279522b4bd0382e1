import type { AppError } from '../app-error.ts';
import type { TransportFailure } from '../camio/http.ts';

/** Why a sign-in, or a renewal of its token, came to nothing. Texts of the server are plain and cut short. */
export type SignInFailure =
  | { readonly code: 'transport'; readonly failure: TransportFailure }
  | { readonly code: 'redirected'; readonly status: number; readonly target: string }
  /** Any status but 200, without an error code of OAuth. */
  | { readonly code: 'status'; readonly status: number; readonly text: string }
  /** OAuth’s own error codes, e.g. `invalid_grant`, whatever the status. */
  | { readonly code: 'error answer'; readonly error: string; readonly description: string }
  | { readonly code: 'unreadable'; readonly why: string }
  | { readonly code: 'wrong issuer'; readonly issuer: string }
  /** The browser came back with neither a code nor an error. */
  | { readonly code: 'no code' }
  | { readonly code: 'less scope'; readonly scope: string }
  | { readonly code: 'other account'; readonly was: string; readonly now: string }
  /** The connection was edited or deleted while the browser was open. */
  | { readonly code: 'connection changed' }
  | { readonly code: 'not stored'; readonly error: AppError };
