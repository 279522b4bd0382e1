import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAtOf, snapshotId, snapshotIdPattern } from './snapshot.ts';

it('names a snapshot by its time, which can be read back from the name', () => {
  const times = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
  const random = fc.integer({ min: 0, max: 0xffffffff }).map((value) => value.toString(16).padStart(8, '0'));
  fc.assert(
    fc.property(times, random, (time, hex) => {
      const id = snapshotId(time.toISOString(), hex);
      expect(id).toMatch(snapshotIdPattern);
      expect(readAtOf(id)).toBe(time.toISOString());
    }),
  );
});

it.each(['../../draft', '2021-11-01T17-30-10.000Z-0000000g', '2021-11-01T17-30-10.000Z-00000000/x', ''])(
  'does not take %j for the name of a snapshot',
  (id) => {
    expect(id).not.toMatch(snapshotIdPattern);
  },
);
