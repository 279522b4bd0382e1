import { describe, expect, it } from 'vitest';
import { clockSkewSeconds, isSkewed, phraseClockSkew } from './clock-skew.ts';
import type { HttpOutcome } from './http.ts';

const theirs = Date.parse('2026-11-22T08:00:00.000Z');
const answer = (latencyMs = 0, headers: Record<string, string> = {}): HttpOutcome => ({
  kind: 'answer',
  status: 200,
  headers: { date: 'Sun, 22 Nov 2026 08:00:00 GMT', ...headers },
  body: '',
  latencyMs,
});

describe('the difference of the clocks', () => {
  it('is exact in seconds, whatever part of its second the server was in', () => {
    for (const within of [0, 1, 500, 999]) {
      expect(clockSkewSeconds(answer(), theirs + within)).toBe(0);
      expect(clockSkewSeconds(answer(), theirs + within + 95_000)).toBe(95);
      expect(clockSkewSeconds(answer(), theirs + within - 95_000)).toBe(-95);
    }
  });

  it('leaves the way back out: half the latency', () => {
    expect(clockSkewSeconds(answer(4_000), theirs + 2_000)).toBe(0);
    expect(clockSkewSeconds(answer(4_000), theirs + 37_000)).toBe(35);
  });

  it('is not told by an answer that was slow, came out of a cache or has no time', () => {
    expect(clockSkewSeconds(answer(10_001), theirs)).toBeNull();
    expect(clockSkewSeconds(answer(0, { age: '60' }), theirs)).toBeNull();
    expect(clockSkewSeconds(answer(0, { date: 'yesterday' }), theirs)).toBeNull();
    expect(clockSkewSeconds({ kind: 'redirect', status: 302, target: '', latencyMs: 1 }, theirs)).toBeNull();
  });
});

it('is worth telling beyond 30 seconds, either way', () => {
  expect([null, 0, 30, -30].some(isSkewed)).toBe(false);
  expect([31, -31].every(isSkewed)).toBe(true);
  expect(phraseClockSkew(95)).toBe('This computer’s clock is 95 seconds ahead of Camio’s.');
  expect(phraseClockSkew(-7_200)).toBe('This computer’s clock is 7,200 seconds behind Camio’s.');
});
