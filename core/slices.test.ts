import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slices } from './slices.ts';

it('are all the items in their order, as many as asked for in each but the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 5 }), (items, size) => {
      const cut = [...slices(items, size)];
      expect(cut.flat()).toEqual(items);
      expect(cut.slice(0, -1).every(({ length }) => length === size)).toBe(true);
      expect(cut.every(({ length }) => length > 0 && length <= size)).toBe(true);
    }),
  );
});
