import { expect, it } from 'vitest';
import { localTime } from './local-time.ts';

const now = new Date(2026, 10, 22, 12);

// Whichever space this version of ICU puts before AM.
const shown = (at: Date) => localTime(at.toISOString(), now).replaceAll('\u202f', ' ');

it('names the time to the second in this year, and the year in any other', () => {
  expect(shown(new Date(2026, 0, 2, 3, 4, 5))).toBe('Jan 2, 3:04:05 AM');
  expect(shown(new Date(2021, 10, 1, 17, 30, 10))).toBe('Nov 1, 2021, 5:30 PM');
});
