import { expect, it } from 'vitest';
import type { SweepOutcome, SweepResult } from './sweep.ts';
import { recentRate, timeLeftMs } from './sweep-rate.ts';
import { sweepTimeline } from './sweep-timeline.ts';

const startMs = Date.parse('2026-07-01T12:00:00.000Z');

function sent(afterMs: number, outcome: SweepOutcome = 'accepted', latencyMs: number | null = 100): SweepResult {
  return {
    readerId: String(afterMs),
    readerName: '',
    outcome,
    label: 'label',
    sentAt: new Date(startMs + afterMs).toISOString(),
    latencyMs,
    status: null,
    message: '',
    attempts: 1,
    signOff: null,
  };
}

const pending: SweepResult = { ...sent(0, 'pending', null), sentAt: null, label: '' };

it('counts every event once, in the slice it was sent in, with the gaps between', () => {
  const results = [
    sent(0),
    sent(999, 'refused', 40),
    sent(1_000, 'unknown', 15_000),
    sent(4_200, 'accepted', 7),
    sent(500, 'sending', null),
    pending,
  ];
  expect(sweepTimeline(results)).toEqual({
    sliceMs: 1_000,
    latency: { p50: 40, p95: 100 },
    slices: [
      { fromMs: startMs, accepted: 1, refused: 1, unknown: 0, latency: { p50: 40, p95: 100 } },
      // What was never answered has no latency.
      { fromMs: startMs + 1_000, accepted: 0, refused: 0, unknown: 1, latency: null },
      { fromMs: startMs + 2_000, accepted: 0, refused: 0, unknown: 0, latency: null },
      { fromMs: startMs + 3_000, accepted: 0, refused: 0, unknown: 0, latency: null },
      { fromMs: startMs + 4_000, accepted: 1, refused: 0, unknown: 0, latency: { p50: 7, p95: 7 } },
    ],
  });
  expect(sweepTimeline([pending])).toBeNull();
});

it.each([59_000, 60_001, 3_600_000, 86_400_000, 40 * 86_400_000])(
  'never has more slices than asked for, and loses no event, over %i ms',
  (wholeMs) => {
    const results = Array.from({ length: 500 }, (_, index) => sent(Math.floor((index / 499) * wholeMs)));
    const slices = sweepTimeline(results)?.slices ?? [];
    expect(slices.length).toBeLessThanOrEqual(60);
    expect(slices.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(500);
  },
);

it('tells the rate of the last half minute, and what is left of the sweep at it', () => {
  const results = Array.from({ length: 100 }, (_, index) => sent(index * 1_000));
  expect(recentRate([...results, pending], startMs + 100_000)).toBeCloseTo(60);
  expect(recentRate(results, startMs + 1_000_000)).toBeNull();
  expect(recentRate([sent(0)], startMs + 500)).toBeNull();
  expect(timeLeftMs(30, 60)).toBe(30_000);
});
