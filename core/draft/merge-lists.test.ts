import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../readers/reader.ts';
import { Rows } from '../readers/rows.ts';
import { fewLists, fewReaders } from '../testing/any-reader.ts';
import { replay, startDraft } from './draft.ts';
import { mergeLists } from './merge-lists.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock' };
const roof: Reader = { id: '003', name: 'Roof' };

/** Lists in which no id repeats: for these a merge is one of sets. */
const uniqueList = fc.uniqueArray(fewReaders, { selector: ({ id }) => id, maxLength: 5 });

/** The rows of a draft on `base` whose list is `mine`. */
function rowsOf(base: readonly Reader[], mine: readonly Reader[]): Rows {
  const draft = startDraft({ readers: base, readAt });
  return replay(draft, [{ kind: 'set list', readers: mine, reason: 'snapshot restored' }]).rows;
}

const merge = (base: readonly Reader[], mine: readonly Reader[], theirs: readonly Reader[]) =>
  mergeLists(rowsOf(base, mine), theirs);

const byId = (readers: readonly Reader[]) => new Map(readers.map((reader) => [reader.id, reader]));

describe('merging lists', () => {
  it('finds nothing where neither side moved', () => {
    fc.assert(
      fc.property(fewLists, ({ readers }) => {
        expect(merge(readers, readers, readers)).toEqual({ clashes: [], byItself: [] });
      }),
    );
  });

  it('changes nothing where both sides are equal', () => {
    fc.assert(
      fc.property(uniqueList, uniqueList, (base, both) => {
        const { clashes, byItself } = merge(base, both, both);
        expect(clashes).toEqual([]);
        for (const { origin, base: before, merged } of byItself) {
          expect(origin).toBe('both');
          expect(merged).toEqual(byId(both).get(before?.id ?? merged?.id ?? '') ?? null);
        }
      }),
    );
  });

  it('takes the side that moved where the other stood still', () => {
    fc.assert(
      fc.property(uniqueList, uniqueList, (base, moved) => {
        for (const [origin, result] of [
          ['theirs', merge(base, base, moved)],
          ['mine', merge(base, moved, base)],
        ] as const) {
          expect(result.clashes).toEqual([]);
          const after = byId(base);
          for (const each of result.byItself) {
            expect(each.origin).toBe(origin);
            if (each.merged) after.set(each.merged.id, each.merged);
            else after.delete(each.base?.id ?? '');
          }
          expect(after).toEqual(byId(moved));
        }
      }),
    );
  });

  it('comes to the same end whichever side is called mine', () => {
    fc.assert(
      fc.property(uniqueList, uniqueList, uniqueList, (base, left, right) => {
        const one = merge(base, left, right);
        const other = merge(base, right, left);
        const mergedOf = ({ byItself }: typeof one) =>
          new Map(byItself.map((each) => [each.base?.id ?? each.merged?.id, each.merged]));
        expect(mergedOf(other)).toEqual(mergedOf(one));
        const clashing = ({ clashes }: typeof one) => clashes.map(({ mine, theirs }) => (mine ?? theirs)?.id).sort();
        expect(clashing(other)).toEqual(clashing(one));
      }),
    );
  });

  it('never loses a reader: one in both lists, or added on either side, is in the merge or a clash', () => {
    fc.assert(
      fc.property(uniqueList, uniqueList, uniqueList, (base, mine, theirs) => {
        const { clashes, byItself } = merge(base, mine, theirs);
        const gone = new Set(byItself.flatMap((each) => (each.merged ? [] : [each.base?.id])));
        const [was, here, there] = [byId(base), byId(mine), byId(theirs)];
        for (const { id } of [...mine, ...theirs]) {
          const removedSomewhere = was.has(id) && !(here.has(id) && there.has(id));
          if (!removedSomewhere) expect(gone).not.toContain(id);
        }
        for (const clash of clashes) expect(clash.mine ?? clash.theirs).not.toBeNull();
      }),
    );
  });

  it('says whose change each was, and leaves what excludes the other to a person', () => {
    const base = [lobby, dock, roof, { id: '004', name: 'Gate' }, { id: '005', name: 'Annex' }];
    const mine = [
      { ...lobby, name: 'Entrance' },
      { ...dock, name: 'Loading Dock' },
      { id: '004', name: 'Gate' },
      { id: '005', name: 'Annex', extra: { site: 'North' } },
      { id: '006', name: 'Mine' },
    ];
    const theirs = [
      { ...lobby, name: 'Foyer' },
      dock,
      { ...roof, name: 'Roof Hatch' },
      { id: '005', name: 'Annex 1' },
      { id: '006', name: 'Theirs' },
      { id: '007', name: 'New' },
    ];
    const { clashes, byItself } = merge(base, mine, theirs);
    expect(clashes.map(({ row, kind }) => [row, kind])).toEqual([
      [0, 'renamed on both sides'],
      [2, 'removed here, renamed there'],
      [5, 'added on both sides'],
    ]);
    expect(byItself).toEqual([
      { origin: 'mine', base: dock, merged: { ...dock, name: 'Loading Dock' } },
      {
        origin: 'theirs',
        base: { id: '004', name: 'Gate' },
        merged: null,
        removal: { by: 'theirs', fields: [] },
      },
      {
        origin: 'both',
        base: { id: '005', name: 'Annex' },
        merged: { id: '005', name: 'Annex 1', extra: { site: 'North' } },
      },
      { origin: 'theirs', base: null, merged: { id: '007', name: 'New' } },
    ]);
  });

  it('matches readers with one id by their order', () => {
    const twice = [
      { id: '1', name: 'A' },
      { id: '1', name: 'B' },
    ];
    const moved = [
      { id: '1', name: 'A' },
      { id: '1', name: 'C' },
    ];
    expect(merge(twice, twice, moved).byItself).toEqual([{ origin: 'theirs', base: twice[1], merged: moved[1] }]);
  });

  it('takes rows that were added and taken back for no reader at all', () => {
    expect(mergeLists(Rows.from([{ base: null, mine: null }]), [])).toEqual({ clashes: [], byItself: [] });
  });
});
