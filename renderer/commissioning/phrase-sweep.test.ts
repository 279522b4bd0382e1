import { expect, it } from 'vitest';
import { phraseDuration, phraseInterrupted } from './phrase-sweep.ts';

const counts = { pending: 28, sending: 0, accepted: 11, refused: 0, unknown: 1 };

it('tells what an interrupted sweep left behind', () => {
  expect(phraseInterrupted(counts)).toBe(
    '12 of 40 events were sent when Reader Desk ended. Of 1 it is not known whether Camio recorded it.',
  );
  expect(phraseInterrupted({ ...counts, accepted: 12, unknown: 0 })).toBe(
    '12 of 40 events were sent when Reader Desk ended.',
  );
});

it.each([
  [400, 'about 1 s'],
  [59_400, 'about 59 s'],
  [61_000, 'about 1 min'],
  [3_600_000, 'about 1 h'],
  [7_500_000, 'about 2 h 5 min'],
])('tells %i ms as %s', (ms, text) => expect(phraseDuration(ms)).toBe(text));
