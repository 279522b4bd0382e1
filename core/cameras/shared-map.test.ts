import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedMap } from './shared-map.ts';

const change = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.option(fc.nat(9), { nil: undefined }));
const rounds = fc.array(fc.array(change, { maxLength: 150 }), { maxLength: 8 });

it('holds what a plain map would hold, in every version', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const plain = new Map<number, number>();
      const versions: { map: SharedMap<number, number>; expected: Map<number, number> }[] = [];
      let map = SharedMap.empty<number, number>();
      for (const changes of all) {
        map = map.with(new Map(changes));
        for (const [key, value] of new Map(changes)) {
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        }
        versions.push({ map, expected: new Map(plain) });
      }
      for (const version of versions) {
        expect(new Map(version.map)).toEqual(version.expected);
        expect(version.map.size).toBe(version.expected.size);
        for (const key of [0, 1, 300, 600]) {
          expect(version.map.get(key)).toBe(version.expected.get(key));
          expect(version.map.has(key)).toBe(version.expected.has(key));
        }
      }
    }),
  );
});
