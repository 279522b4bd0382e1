import { expect, it } from 'vitest';
import { timeAgo } from './time-ago.ts';

it.each([
  ['2026-11-22T12:00:00.000Z', 'just now'],
  ['2026-11-22T11:59:01.000Z', 'just now'],
  ['2026-11-22T11:59:00.000Z', '1 minute ago'],
  ['2026-11-22T10:00:01.000Z', '1 hour ago'],
  ['2026-11-19T12:00:00.000Z', '3 days ago'],
  // The clock was set back since the list was read.
  ['2026-11-22T12:30:00.000Z', 'just now'],
])('%s was %s', (at, words) => {
  expect(timeAgo(at, Date.parse('2026-11-22T12:00:00.000Z'))).toBe(words);
});
