import { expect, it } from 'vitest';
import { mergeBrake, phraseOrigin, phraseOrigins, whyNotMerge } from './phrase-merge.ts';

it('counts what was merged by itself, by whose change it was', () => {
  const origins = (['mine', 'theirs', 'theirs'] as const).map((origin) => ({ origin }));
  expect(phraseOrigins(origins)).toBe('2 from Camio, 1 from your draft');
  expect(phraseOrigins([])).toBe('none');
});

it.each([
  [{ clashesLeft: 0, toType: null, isSaved: true, isComparing: false }, null],
  [{ clashesLeft: 0, toType: 47, isSaved: true, isComparing: false }, 'Type 47 first.'],
  [{ clashesLeft: 1, toType: 47, isSaved: true, isComparing: false }, '1 clash has no choice yet.'],
  [{ clashesLeft: 1200, toType: null, isSaved: true, isComparing: false }, '1,200 clashes have no choice yet.'],
  [{ clashesLeft: 0, toType: null, isSaved: false, isComparing: false }, 'The draft is not saved yet.'],
  [{ clashesLeft: 0, toType: null, isSaved: true, isComparing: true }, 'Camio’s list is being read again.'],
])('%j: %s', (state, reason) => {
  expect(whyNotMerge(state)).toBe(reason);
});

const door = { id: '1', name: 'Lobby' };
const gone = { origin: 'theirs', base: door, merged: null, removal: { by: 'theirs', fields: [] } } as const;

it('says removals by the other side as removals, and asks where they are many', () => {
  const many = Array.from({ length: 47 }, () => gone);
  expect(phraseOrigins([...many, { origin: 'theirs' }])).toBe('47 removed in Camio, 1 from Camio');
  expect(mergeBrake(many, 50)).toMatchObject({ removed: 47, of: 50 });
  expect(mergeBrake([gone], 50)).toBeNull();
});

it('names the fields that go with a reader that one side removed', () => {
  expect(phraseOrigin(gone)).toBe('Removed in Camio');
  expect(phraseOrigin({ origin: 'both', removal: { by: 'theirs', fields: ['zone', 'floor'] } })).toBe(
    'Removed in Camio; your change of zone and floor is lost',
  );
  expect(phraseOrigin({ origin: 'both', removal: { by: 'mine', fields: ['zone'] } })).toBe(
    'Removed here; Camio’s change of zone is lost',
  );
  expect(phraseOrigin({ origin: 'both' })).toBe('Both sides');
});
