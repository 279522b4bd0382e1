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
  expect(retryAfterMs(header, now)).toBe(ms);
});
