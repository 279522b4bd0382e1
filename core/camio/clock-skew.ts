import { formatCount } from '../text/amounts.ts';
import type { HttpOutcome } from './http.ts';
import { serverTimeMs } from './server-time.ts';

/** Clocks that differ by no more than this are good enough for events. */
export const toleratedSkewSeconds = 30;

/** Of a slower answer it is not known when in between the server wrote its time. */
const slowestAnswerMs = 10_000;

/**
 * How many whole seconds this computer's clock is ahead of the server's, negative where it is behind, by the `Date` of an
 * answer that had come at `receivedAtMs`. The server wrote it half the latency before. Null where the answer does not say.
 */
export function clockSkewSeconds(outcome: HttpOutcome, receivedAtMs: number): number | null {
  if (outcome.kind !== 'answer' || outcome.latencyMs > slowestAnswerMs) return null;
  const theirsMs = serverTimeMs(outcome.headers);
  if (theirsMs === null) return null;
  // The header has whole seconds, cut off, so ours are cut off as well.
  return Math.floor((receivedAtMs - outcome.latencyMs / 2 - theirsMs) / 1000);
}

/** Whether a difference is worth telling a person. */
export function isSkewed(seconds: number | null): seconds is number {
  return seconds !== null && Math.abs(seconds) > toleratedSkewSeconds;
}

/** The difference in a sentence, for one that is worth telling. */
export function phraseClockSkew(seconds: number): string {
  const amount = formatCount(Math.abs(seconds));
  return `This computer’s clock is ${amount} seconds ${seconds > 0 ? 'ahead of' : 'behind'} Camio’s.`;
}
