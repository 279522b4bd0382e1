import type { Unreadable } from './device-list.ts';
import type { TransportFailure } from './http.ts';

/** Everything Camio, or the way to it, can refuse a call with. `text` is the server's own words, plain and cut short. */
export type CamioFailure =
  | { readonly code: 'transport'; readonly failure: TransportFailure }
  | { readonly code: 'redirected'; readonly status: number; readonly target: string }
  | { readonly code: 'unauthorized'; readonly status: 401 | 403; readonly text: string }
  | { readonly code: 'not offered'; readonly status: 404 | 405; readonly text: string }
  /** 400, 422 and every other 4xx without a meaning of its own. */
  | { readonly code: 'rejected'; readonly status: number; readonly text: string }
  /** `retryAfterMs` is null where Camio did not say how long to wait. */
  | { readonly code: 'rate limited'; readonly retryAfterMs: number | null; readonly text: string }
  /** 5xx; `retryAfterMs` as above. */
  | {
      readonly code: 'server error';
      readonly status: number;
      readonly retryAfterMs: number | null;
      readonly text: string;
    }
  | { readonly code: 'unexpected status'; readonly status: number; readonly text: string }
  /** An answer that is not a device list, or not JSON at all, or only a `part` of the list. Never taken for the list. */
  | ({ readonly code: 'unreadable' } & Unreadable);

/**
 * Whether Camio may have acted on a write that failed like this. If so it is read back or asked about, never sent again
 * blindly. Answers that refuse (4xx, redirects) and failures before anything was sent are sure.
 */
export function mayHaveActed(failure: CamioFailure): boolean {
  switch (failure.code) {
    case 'transport':
      return 'sent' in failure.failure ? failure.failure.sent : failure.failure.kind === 'too large';
    case 'server error':
    case 'unexpected status':
    case 'unreadable':
      return true;
    case 'redirected':
    case 'unauthorized':
    case 'not offered':
    case 'rejected':
    case 'rate limited':
      return false;
  }
}
