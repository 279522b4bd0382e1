import { expect, it } from 'vitest';
import { ClashChoices, keyOf } from './clash-choices.ts';

const sides = { base: { id: '1', name: 'Lobby' }, mine: { id: '1', name: 'Entrance' }, theirs: null };

it('keeps a choice for as long as the three readers are the same', () => {
  const choices = new ClashChoices();
  choices.choose('campus', [keyOf(sides)], 'mine');
  expect(choices.of('campus').get(keyOf({ ...sides }))).toBe('mine');
  expect(choices.of('campus').get(keyOf({ ...sides, theirs: { id: '1', name: 'Foyer' } }))).toBeUndefined();
  expect(choices.of('annex').size).toBe(0);
});

it('replaces a choice, tells of it, and forgets all once they were used', () => {
  const choices = new ClashChoices();
  let told = 0;
  choices.subscribe(() => (told += 1));
  choices.choose('campus', ['a', 'b'], 'mine');
  const before = choices.of('campus');
  choices.choose('campus', ['b'], 'theirs');
  expect([...choices.of('campus')]).toEqual([
    ['a', 'mine'],
    ['b', 'theirs'],
  ]);
  expect(choices.of('campus')).not.toBe(before);
  choices.forget('campus');
  expect(choices.of('campus').size).toBe(0);
  expect(told).toBe(3);
});
