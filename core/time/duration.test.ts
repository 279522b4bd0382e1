import { expect, test } from 'vitest';
import { phraseDuration } from './duration.ts';

test.each([
  [0, '0 seconds'],
  [999, '0 seconds'],
  [1_000, '1 second'],
  [95_000, '1 minute 35 seconds'],
  [120_000, '2 minutes'],
  [2 * 3_600_000 + 5 * 60_000 + 9_000, '2 hours 5 minutes'],
  [3_600_000 + 9_000, '1 hour'],
  [45 * 86_400_000, '45 days'],
  [1_234 * 86_400_000 + 3_600_000, '1,234 days 1 hour'],
])('%d ms is %s', (durationMs, text) => {
  expect(phraseDuration(durationMs)).toBe(text);
});
