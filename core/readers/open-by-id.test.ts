import { expect, it } from 'vitest';
import { OpenById } from './open-by-id.ts';

function openOf(items: readonly string[]) {
  const open = new OpenById<string>();
  for (const item of items) open.put(item.charAt(0), item);
  return open;
}

it('gives out each thing once, in order', () => {
  const open = openOf(['a1', 'b1', 'a2', 'a3']);
  expect(['a', 'a', 'b', 'b', 'c', 'a', 'a'].map((id) => open.take(id))).toEqual([
    ...['a1', 'a2', 'b1', undefined, undefined, 'a3', undefined],
  ]);
});

it('gives out what fits, and leaves the rest in order', () => {
  const open = openOf(['a1', 'a2', 'a3', 'b1', 'a4']);
  expect(open.take('a', (item) => item === 'a3')).toBe('a3');
  expect(open.take('a', (item) => item === 'a3')).toBeUndefined();
  expect(open.left('a')).toBe(3);
  expect([...open.rest()]).toEqual(['a1', 'a2', 'a4', 'b1']);
  expect(open.take('a')).toBe('a1');
  expect([...open.rest()]).toEqual(['a2', 'a4', 'b1']);
});

it('finds equals behind one that never fits, however many there are', () => {
  const open = openOf(['a0', ...Array.from({ length: 500 }, () => 'a1')]);
  const taken = Array.from({ length: 500 }, () => open.take('a', (item) => item === 'a1'));
  expect(new Set(taken)).toEqual(new Set(['a1']));
  expect([...open.rest()]).toEqual(['a0']);
});
