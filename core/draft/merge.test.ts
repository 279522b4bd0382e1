import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../readers/reader.ts';
import { mergeReader, type Sides, settle } from './merge.ts';

const named = (name: string, extra?: Reader['extra']): Reader => ({ id: '7', name, ...(extra && { extra }) });

const side = fc.option(
  fc
    .record({
      name: fc.constantFrom('Lobby', 'Dock', 'Roof'),
      extra: fc.dictionary(fc.constantFrom('site', 'floor'), fc.constantFrom('A', 'B')),
    })
    .map(({ name, extra }) => (Object.keys(extra).length === 0 ? named(name) : named(name, extra))),
);

const sides: fc.Arbitrary<Sides> = fc.record({ base: side, mine: side, theirs: side });

describe('merging one reader', () => {
  it('changes nothing where both sides are equal', () => {
    fc.assert(
      fc.property(side, side, (base, both) => {
        expect(mergeReader({ base, mine: both, theirs: both })).toEqual({ kind: 'merged', reader: both });
      }),
    );
  });

  it('takes the side that moved where the other stood still', () => {
    fc.assert(
      fc.property(side, side, (base, moved) => {
        expect(mergeReader({ base, mine: moved, theirs: base })).toEqual({ kind: 'merged', reader: moved });
        expect(mergeReader({ base, mine: base, theirs: moved })).toEqual({ kind: 'merged', reader: moved });
      }),
    );
  });

  it('comes to the same end whichever side is called mine', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const one = mergeReader({ base, mine, theirs });
        const other = mergeReader({ base, mine: theirs, theirs: mine });
        expect(one.kind).toBe(other.kind);
        if (one.kind === 'merged') expect(one).toEqual(other);
      }),
    );
  });

  it('never makes up a name', () => {
    fc.assert(
      fc.property(sides, (all) => {
        const merged = mergeReader(all);
        if (merged.kind === 'merged' && merged.reader) {
          expect([all.mine?.name, all.theirs?.name]).toContain(merged.reader.name);
        }
      }),
    );
  });

  it.each([
    ['renamed on both sides', named('A'), named('B'), named('C')],
    ['renamed here, removed there', named('A'), named('B'), null],
    ['removed here, renamed there', named('A'), null, named('B')],
    ['added on both sides', null, named('B'), named('C')],
    ['other fields changed on both sides', named('A', { f: '1' }), named('A', { f: '2' }), named('A', { f: '3' })],
  ] as const)('leaves "%s" to a person', (clash, base, mine, theirs) => {
    expect(mergeReader({ base, mine, theirs })).toEqual({ kind: 'clash', clash });
    expect(settle({ base, mine, theirs }, 'theirs')).toBe(theirs);
    expect(settle({ base, mine, theirs }, 'mine')).toBe(mine);
  });

  it('keeps a new name from here and a new field from there', () => {
    const base = named('A', { floor: '1' });
    const merged = mergeReader({
      base,
      mine: named('B', { floor: '1' }),
      theirs: named('A', { floor: '2', site: 'x' }),
    });
    expect(merged).toEqual({ kind: 'merged', reader: named('B', { floor: '2', site: 'x' }) });
  });
});
