import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../core/camio/http.ts';
import { createClockWatch } from './clock-watch.ts';

const atMs = Date.parse('2026-11-22T08:00:00.000Z');
const answer: HttpOutcome = {
  kind: 'answer',
  status: 401,
  headers: { date: new Date(atMs).toUTCString() },
  body: '',
  latencyMs: 0,
};

function watched() {
  const told: string[] = [];
  const clocks = createClockWatch({ onChange: (connectionId) => told.push(connectionId) });
  const see = (aheadSeconds: number) => clocks.observe('harbor', answer, atMs + aheadSeconds * 1000);
  return { clocks, told, see };
}

test('knows nothing before the first answer that says the time', () => {
  const { clocks } = watched();
  clocks.observe('harbor', { ...answer, headers: {} }, atMs);
  expect(clocks.skewSeconds('harbor')).toBeNull();
});

test('tells when a difference comes and when it is gone, for that connection alone', () => {
  const { clocks, told, see } = watched();
  see(0);
  expect(told).toEqual([]);
  see(95);
  expect(clocks.skewSeconds('harbor')).toBe(95);
  expect(clocks.skewSeconds('campus')).toBeNull();
  see(2);
  expect(clocks.skewSeconds('harbor')).toBe(2);
  expect(told).toEqual(['harbor', 'harbor']);
});

test('does not repeat itself for a second more or less, but for a drift', () => {
  const { clocks, told, see } = watched();
  for (const seconds of [95, 96, 95, 94, 95]) see(seconds);
  expect(told).toHaveLength(1);
  for (const seconds of [96, 97, 98]) see(seconds);
  expect(told).toHaveLength(2);
  expect(clocks.skewSeconds('harbor')).toBe(97);
});

test('an answer without a time takes nothing back', () => {
  const { clocks, see } = watched();
  see(-40);
  clocks.observe('harbor', { ...answer, headers: {} }, atMs);
  expect(clocks.skewSeconds('harbor')).toBe(-40);
});
