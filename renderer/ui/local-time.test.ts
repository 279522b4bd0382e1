import { expect, it } from 'vitest';
import { localTime } from './local-time.ts';

const now = new Date(2026, 10, 22, 12);

it('names the time to the second in this year, and the year in any other', () => {
  expect(localTime(new Date(2026, 0, 2, 3, 4, 5).toISOString(), now)).toBe('Jan 2, 03:04:05');
  expect(localTime(new Date(2021, 10, 1, 17, 30, 10).toISOString(), now)).toBe('Nov 1, 2021, 17:30');
});
