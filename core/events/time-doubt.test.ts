import { expect, test } from 'vitest';
import { doubtTime, phraseTimeDoubt } from './time-doubt.ts';

const now = Date.parse('2026-11-22T08:00:00.000Z');
const doubtOf = (timestamp: string) => {
  const doubt = doubtTime(timestamp, now);
  return doubt && phraseTimeDoubt(doubt);
};

test('a time within the last 30 days, and up to a minute ahead, is not doubted', () => {
  for (const at of ['2026-11-22T08:00:00.000Z', '2026-11-22T08:01:00.000Z', '2026-10-23T08:00:00.000Z']) {
    expect(doubtOf(at)).toBeNull();
  }
});

test('a time to come has no video', () => {
  expect(doubtOf('2026-11-22T08:01:00.001Z')).toMatch(/^This time is 1 minute in the future\. .* none will match\.$/);
  expect(doubtOf('2026-11-22T10:05:00.000Z')).toMatch(/^This time is 2 hours 5 minutes in the future\./);
});

test('an old time probably has none any more', () => {
  expect(doubtOf('2026-10-23T07:59:59.999Z')).toMatch(/^This time is 30 days ago\. .* probably none will match\.$/);
  expect(doubtOf('2021-11-01T17:30:10.000Z')).toMatch(/^This time is 1,846 days ago\./);
});
