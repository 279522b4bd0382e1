import type { SweepResult } from './sweep.ts';

/** How long Camio took to answer, in ms: half of the answers came within `p50`, 95 of 100 within `p95`. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** What came of the events that were sent in one span of a sweep's time. */
export interface TimelineSlice {
  /** ms since 1970. */
  readonly fromMs: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  /** Null without answers. */
  readonly latency: Latency | null;
}

export interface SweepTimeline {
  readonly sliceMs: number;
  /** Of the whole sweep. */
  readonly latency: Latency | null;
  /** One after the other without gaps, from the first event to the last. */
  readonly slices: readonly TimelineSlice[];
}

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];
/** Spans that people count in. */
const spansMs = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 4, 8].map((hours) => hours * hour),
];

/** Outcomes and latency of a sweep over time, in at most so many slices; null while nothing has come of any event. */
export function sweepTimeline(results: readonly SweepResult[], mostSlices = 60): SweepTimeline | null {
  const events = results.flatMap(({ outcome, sentAt, latencyMs }) => {
    if (sentAt === null || outcome === 'pending' || outcome === 'sending') return [];
    return [{ atMs: Date.parse(sentAt), outcome, latencyMs }];
  });
  const [first] = events;
  if (!first) return null;
  let [fromMs, toMs] = [first.atMs, first.atMs];
  for (const { atMs } of events) {
    if (atMs < fromMs) fromMs = atMs;
    if (atMs > toMs) toMs = atMs;
  }
  const sliceMs = spanFor(toMs - fromMs, mostSlices);
  const start = Math.floor(fromMs / sliceMs) * sliceMs;
  const slices = Array.from({ length: Math.floor((toMs - start) / sliceMs) + 1 }, () => ({
    counts: { accepted: 0, refused: 0, unknown: 0 },
    latencies: [] as number[],
  }));
  for (const { atMs, outcome, latencyMs } of events) {
    const slice = slices[Math.floor((atMs - start) / sliceMs)];
    if (!slice) continue;
    slice.counts[outcome] += 1;
    if (latencyMs !== null && outcome !== 'unknown') slice.latencies.push(latencyMs);
  }
  return {
    sliceMs,
    latency: spread(slices.flatMap(({ latencies }) => latencies)),
    slices: slices.map(({ counts, latencies }, index) => ({
      fromMs: start + index * sliceMs,
      ...counts,
      latency: spread(latencies),
    })),
  };
}

/** The shortest span that cuts the whole into few enough slices; the first and the last may be cut short. */
function spanFor(wholeMs: number, mostSlices: number): number {
  const fits = (spanMs: number) => wholeMs / spanMs + 1 <= mostSlices;
  return spansMs.find(fits) ?? Math.ceil(wholeMs / day / (mostSlices - 1)) * day;
}

function spread(latencies: readonly number[]): Latency | null {
  if (latencies.length === 0) return null;
  const sorted = Float64Array.from(latencies).sort();
  const within = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: within(0.5), p95: within(0.95) };
}
