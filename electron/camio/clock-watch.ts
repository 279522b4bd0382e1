import { clockSkewSeconds, isSkewed } from '../../core/camio/clock-skew.ts';
import type { HttpOutcome } from '../../core/camio/http.ts';

/** Compares this computer's clock with Camio's on every answer, per connection. Nothing of it is kept on disk. */
export interface ClockWatch {
  /** Takes what came of a call, and when it came in ms since 1970. */
  observe(connectionId: string, outcome: HttpOutcome, receivedAtMs: number): void;
  /** How many seconds this computer's clock was ahead at the last answer that said so; null while none has. */
  skewSeconds(connectionId: string): number | null;
}

/** Whole seconds jump by one where two answers fall on different sides of one; that is no news. */
const jitterSeconds = 1;

/** `onChange` is told where a difference worth telling comes, changes or goes. */
export function createClockWatch({ onChange }: { readonly onChange: (connectionId: string) => void }): ClockWatch {
  const skews = new Map<string, number>();
  return {
    observe(connectionId, outcome, receivedAtMs) {
      const now = clockSkewSeconds(outcome, receivedAtMs);
      if (now === null) return;
      const before = skews.get(connectionId) ?? 0;
      const isNews = isSkewed(before) !== isSkewed(now) || (isSkewed(now) && Math.abs(now - before) > jitterSeconds);
      // Kept as it was told, so that a clock that drifts a little at a time is told of in the end.
      if (isNews || !isSkewed(now)) skews.set(connectionId, now);
      if (isNews) onChange(connectionId);
    },
    skewSeconds: (connectionId) => skews.get(connectionId) ?? null,
  };
}
