import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 10, 22, 8, 0, 0);

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 08:01:30 GMT', 90_000],
  ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
  [undefined, null],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['2026', 2_026_000],
  ['tomorrow GMT', null],
])('Retry-After %s', (header, ms) => {
  expect(retryAfterMs(header === undefined ? {} : { 'retry-after': header }, now)).toBe(ms);
});

test.each([
  ['by the server’s clock', { date: 'Sun, 22 Nov 2026 07:45:00 GMT' }, 960_000],
  ['by ours where a cache kept the answer', { date: 'Sun, 22 Nov 2026 07:45:00 GMT', age: '60' }, 60_000],
  ['by ours where the server tells no time', { date: 'yesterday' }, 60_000],
])('a date is measured %s', (_what, headers, ms) => {
  expect(retryAfterMs({ ...headers, 'retry-after': 'Sun, 22 Nov 2026 08:01:00 GMT' }, now)).toBe(ms);
});
