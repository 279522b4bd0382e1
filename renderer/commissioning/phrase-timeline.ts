import type { Latency, SweepTimeline } from '../../core/sweep/sweep-timeline.ts';
import { counted, formatCount, latencyText } from '../../core/text/amounts.ts';
import { localTime } from '../ui/local-time.ts';

/** The chart in a sentence or two. */
export function describeTimeline({ slices, sliceMs, latency }: SweepTimeline): string {
  const sum = (of: 'accepted' | 'refused' | 'unknown') =>
    formatCount(slices.reduce((total, slice) => total + slice[of], 0));
  const from = slices[0]?.fromMs ?? 0;
  const to = from + slices.length * sliceMs;
  const counts = `${sum('accepted')} accepted, ${sum('refused')} refused, ${sum('unknown')} unknown`;
  const span = `From ${localTime(new Date(from).toISOString())} to ${localTime(new Date(to).toISOString())}`;
  return `${span}: ${counts}. ${phraseLatency(latency)}`;
}

function phraseLatency(latency: Latency | null): string {
  if (!latency) return 'Camio answered none of them.';
  return `Answers took ${latencyText(latency.p50)} (median) and ${latencyText(latency.p95)} (95th percentile).`;
}

const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
] as const;

/** A whole span as one counts by it: `second`, `5 minutes`. */
export function phraseSpan(ms: number): string {
  const [unitMs, unit] = units.find(([unitMs]) => ms % unitMs === 0) ?? units[3];
  const count = ms / unitMs;
  return count === 1 ? unit : counted(count, unit);
}
