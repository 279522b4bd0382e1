import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedKeys } from './repeated-keys.ts';

it('finds the keys that occur more than once, however they fall', () => {
  const key = fc.oneof(fc.nat(20), fc.constantFrom(64, 128, 192, 256), fc.nat(2 ** 30 - 1));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      const repeated = keys.filter((one, place) => keys.indexOf(one) !== place);
      expect(repeatedKeys(Int32Array.from(keys))).toEqual(new Set(repeated));
    }),
  );
});
