import type { CamioFailure } from '../camio/failure.ts';

/** Waits where Camio did not say how long. */
const rateLimitedMs = 60_000;
/** A longer wait than this is not worth a countdown: the person is told the time instead. */
const longestWaitMs = 15 * 60_000;
const mostRateLimits = 5;

/** Base waits after a server's failure, one per try. */
const serverErrorMs = [2_000, 5_000, 10_000] as const;
/** Failures of a server that pass; the other 5xx say that it will not ever do what is asked. */
const passing: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** The waits of one push. Those Camio asked for say nothing of how often a server that failed was tried, nor the other way round. */
export class PushRetries {
  private rateLimits = 0;
  private serverErrors = 0;

  /**
   * How long to wait, in ms, before a push that surely stored nothing begins anew by reading; null where it must not.
   * `random` (0 up to 1) spreads the waits, so that many clients do not come back at once.
   */
  pauseMs(failure: CamioFailure, random: number): number | null {
    if (failure.code === 'rate limited') {
      this.rateLimits += 1;
      const ms = Math.max(1_000, failure.retryAfterMs ?? rateLimitedMs);
      return this.rateLimits <= mostRateLimits && ms <= longestWaitMs ? ms : null;
    }
    if (failure.code === 'server error' && passing.has(failure.status)) {
      this.serverErrors += 1;
      const ms = serverErrorMs[this.serverErrors - 1];
      const askedMs = failure.retryAfterMs ?? 0;
      return ms === undefined || askedMs > longestWaitMs ? null : Math.max(askedMs, Math.round(ms * (0.5 + random)));
    }
    return null;
  }
}
