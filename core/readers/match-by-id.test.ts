import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replay, startDraft } from '../draft/draft.ts';
import { fewLists, someActions } from '../testing/any-reader.ts';
import { matchById } from './match-by-id.ts';
import type { Reader } from './reader.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const named = (...ids: readonly string[]): Reader[] => ids.map((id, index) => ({ id, name: `Door ${index}` }));
const rowsOn = (readers: readonly Reader[]) => startDraft({ readers, readAt }).rows;

/** Short ids in any order, with what insertions, removals and moves leave of it. */
const ids = fc.array(fc.nat(40).map(String), { maxLength: 60 });

it('gives every reader one row with its id, and appends one only where no such row is left', () => {
  fc.assert(
    fc.property(fewLists, someActions, fewLists, (old, actions, { readers }) => {
      const { rows } = replay(startDraft(old), actions);
      const { theirs, appended } = matchById(rows, readers);
      const open = new Set<string>();
      rows.forEach(({ base, mine }, row) => {
        const id = base?.id ?? mine?.id;
        if (theirs[row]) expect(theirs[row].id).toBe(id);
        else if (id !== undefined) open.add(id);
      });
      for (const reader of appended) expect(open).not.toContain(reader.id);
      const matched = theirs.filter((reader) => reader !== undefined);
      expect([...matched, ...appended].length).toBe(readers.length);
      expect(new Set([...matched, ...appended])).toEqual(new Set(readers));
    }),
  );
});

it('finds by id what moved, however far', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(400).map(String), { maxLength: 80 }), ids, (mine, other) => {
      const theirs = [...new Set(other)];
      const matched = matchById(rowsOn(named(...mine)), named(...theirs));
      expect(mine.map((_, row) => matched.theirs[row]?.id)).toEqual(
        mine.map((id) => (theirs.includes(id) ? id : undefined)),
      );
      expect(matched.appended.map(({ id }) => id)).toEqual(theirs.filter((id) => !mine.includes(id)));
    }),
  );
});

it('pairs readers with one id in their order', () => {
  const twice = named('7', '7', '8', '7');
  expect(matchById(rowsOn(twice), twice).theirs).toEqual(twice);
});
