import type { AppError } from '../app-error.ts';
import type { Accepted } from '../camio/client.ts';
import { type CamioFailure, mayHaveActed } from '../camio/failure.ts';
import { phraseFailure } from '../camio/phrase-failure.ts';
import { exhaustive, type Result } from '../result.ts';

/** What Camio's answer to one event, or the lack of one, means for its reader and for the sweep. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly status: number }
  /** `reason`: Camio's own words, in a sentence. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  | { readonly kind: 'unknown'; readonly status: number | null; readonly error: AppError }
  // The event was surely not taken, and not because of this reader: what happened to it would happen to all.
  /** `waitMs` is null where Camio did not say how long. */
  | { readonly kind: 'wait'; readonly waitMs: number | null; readonly error: AppError }
  | { readonly kind: 'token refused'; readonly error: AppError }
  | { readonly kind: 'not reached'; readonly error: AppError }
  | { readonly kind: 'wrong address'; readonly error: AppError };

export function judge(answer: Result<Accepted, CamioFailure>): Verdict {
  if (answer.ok) return { kind: 'accepted', status: answer.value.status };
  const failure = answer.error;
  const error = phraseFailure(failure, 'send the event');
  if (mayHaveActed(failure)) return { kind: 'unknown', status: 'status' in failure ? failure.status : null, error };
  switch (failure.code) {
    case 'rejected':
      return { kind: 'refused', status: failure.status, reason: reasonIn(failure.text) };
    case 'rate limited':
      return { kind: 'wait', waitMs: failure.retryAfterMs, error };
    case 'unauthorized':
      return { kind: 'token refused', error };
    case 'redirected':
    case 'not offered':
      return { kind: 'wrong address', error };
    case 'transport':
      return { kind: 'not reached', error };
    // Those that may have acted.
    case 'server error':
    case 'unexpected status':
    case 'unreadable':
      return { kind: 'unknown', status: null, error };
    default:
      return exhaustive(failure);
  }
}

function reasonIn(text: string): string {
  return text === '' ? 'Camio refused the event and gave no reason.' : `Camio refused the event: ${text}`;
}
