import type { Accepted } from '../../core/camio/client.ts';
import { type CamioFailure, mayHaveActed } from '../../core/camio/failure.ts';
import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import type { SentEventOutcome } from '../../core/events/test-event.ts';
import type { Result } from '../../core/result.ts';

/** What the history says of a send: accepted, surely refused, or unknown. `latencyMs` is the whole call's. */
export function eventOutcome(sent: Result<Accepted, CamioFailure>, latencyMs: number): SentEventOutcome {
  if (sent.ok) {
    const { status, answer } = sent.value;
    return { kind: 'accepted', status, latencyMs: sent.value.latencyMs, answer };
  }
  const error = phraseFailure(sent.error, 'send the event');
  if (mayHaveActed(sent.error)) return { kind: 'unknown', latencyMs, error };
  return { kind: 'refused', status: statusOf(sent.error), latencyMs, error };
}

function statusOf(failure: CamioFailure): number | null {
  if ('status' in failure) return failure.status;
  return failure.code === 'rate limited' ? 429 : null;
}
