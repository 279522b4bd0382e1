import { expect, it } from 'vitest';
import { phraseOrigins, whyNotMerge } from './phrase-merge.ts';

it('counts what was merged by itself, by whose change it was', () => {
  const origins = (['mine', 'theirs', 'theirs'] as const).map((origin) => ({ origin }));
  expect(phraseOrigins(origins)).toBe('2 from Camio, 1 from your draft');
  expect(phraseOrigins([])).toBe('none');
});

it.each([
  [{ clashesLeft: 0, isSaved: true, isComparing: false }, null],
  [{ clashesLeft: 1, isSaved: true, isComparing: false }, '1 clash has no choice yet.'],
  [{ clashesLeft: 1200, isSaved: true, isComparing: false }, '1,200 clashes have no choice yet.'],
  [{ clashesLeft: 0, isSaved: false, isComparing: false }, 'The draft is not saved yet.'],
  [{ clashesLeft: 0, isSaved: true, isComparing: true }, 'Camio’s list is being read again.'],
])('%j: %s', (state, reason) => {
  expect(whyNotMerge(state)).toBe(reason);
});
