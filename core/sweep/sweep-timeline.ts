import type { SweepOutcome, SweepResult } from './sweep.ts';

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

/**
 * Outcomes and latency of a sweep over time, in at most so many slices; null while nothing has come of any event. It is
 * drawn anew every second while a sweep of 20,000 runs, so it makes no object per event and reads each time once.
 */
export function sweepTimeline(results: readonly SweepResult[], mostSlices = 60): SweepTimeline | null {
  const timesMs = new Float64Array(results.length);
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < results.length; index += 1) {
    const result = results[index];
    const atMs = result && isSettled(result.outcome) ? sentAtMs(result) : Number.NaN;
    timesMs[index] = atMs;
    if (atMs < fromMs) fromMs = atMs;
    if (atMs > toMs) toMs = atMs;
  }
  if (fromMs > toMs) return null;
  const sliceMs = spanFor(toMs - fromMs, mostSlices);
  const start = Math.floor(fromMs / sliceMs) * sliceMs;
  const slices = Array.from({ length: Math.floor((toMs - start) / sliceMs) + 1 }, () => ({
    counts: { accepted: 0, refused: 0, unknown: 0 },
    latencies: [] as number[],
  }));
  for (let index = 0; index < results.length; index += 1) {
    const result = results[index];
    const slice = slices[Math.floor(((timesMs[index] ?? Number.NaN) - start) / sliceMs)];
    if (!result || !slice || !isSettled(result.outcome)) continue;
    slice.counts[result.outcome] += 1;
    if (result.latencyMs !== null && result.outcome !== 'unknown') slice.latencies.push(result.latencyMs);
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

const knownMs = new WeakMap<SweepResult, number>();

/** When an event was sent, in ms since 1970; NaN where none was. */
function sentAtMs(result: SweepResult): number {
  const known = knownMs.get(result);
  if (known !== undefined) return known;
  const atMs = result.sentAt === null ? Number.NaN : Date.parse(result.sentAt);
  knownMs.set(result, atMs);
  return atMs;
}

const isSettled = (outcome: SweepOutcome): outcome is 'accepted' | 'refused' | 'unknown' =>
  outcome !== 'pending' && outcome !== 'sending';

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
