import type { SweepResult } from '../../core/sweep/sweep.ts';
import { recentRate, timeLeftMs } from '../../core/sweep/sweep-rate.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { phraseDuration } from './phrase-sweep.ts';
import { useEverySecond } from './use-every-second.ts';

interface SweepPaceProps {
  /** Events that are not sent, or on their way. */
  readonly left: number;
  readonly results: readonly SweepResult[];
}

/** How fast a sweep goes, and how long the rest of it takes at that pace. */
export function SweepPace({ left, results }: SweepPaceProps) {
  const { value, atMs } = useEverySecond(results);
  const rate = recentRate(value, atMs);
  if (rate === null) return null;
  return (
    <p className="sweep-pace tabular dim">
      {formatCount(Math.round(rate))} a minute, {phraseDuration(timeLeftMs(left, rate))} left
    </p>
  );
}
