import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutShort } from './cut-short.ts';

test('cuts what is too long, and says so', () => {
  expect(cutShort('abc', 3)).toBe('abc');
  expect(cutShort('abcd', 3)).toBe('abc…');
});

test('never leaves half a character behind', () => {
  expect(cutShort('ab🚪', 3)).toBe('ab…');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      expect(cutShort(text, length)).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
