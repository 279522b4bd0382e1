import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLists } from '../readers/diff.ts';
import type { Reader } from '../readers/reader.ts';
import { fewLists, someActions } from '../testing/any-reader.ts';
import { applyAction, baseReaders, type Draft, draftReaders, hasChanges, replay, startDraft } from './draft.ts';
import { adoptList, losesMuch, lossBetween } from './list-loss.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const doors = (count: number): Reader[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `Door ${at}` }));
const held = startDraft({ readers: doors(50), readAt });

function undone(draft: Draft): Draft {
  const step = applyAction(draft, { kind: 'undo' });
  if (!step.ok) throw new Error('There was nothing to undo.');
  return step.value.draft;
}

describe('what a list lost', () => {
  it.each<[string, readonly Reader[], number, number, boolean]>([
    ['nothing', doors(50), 0, 0, false],
    ['one reader', doors(49), 1, 0, false],
    ['all but three', doors(3), 47, 0, true],
    ['all', [], 50, 0, true],
    ['every name', doors(50).map(({ id }) => ({ id, name: '' })), 0, 50, true],
    ['all, for another account’s list', doors(60).map(({ name }, at) => ({ id: `x${at}`, name })), 50, 0, true],
  ])('%s', (_what, now, gone, unnamed, isMuch) => {
    const loss = lossBetween(doors(50), now);
    expect([loss.gone.length, loss.unnamed.length]).toEqual([gone, unnamed]);
    expect(losesMuch(loss, { of: 50, now: now.length })).toBe(isMuch);
  });

  it('counts an id that is there twice by how often it is missing', () => {
    const [door] = doors(1);
    expect(door && lossBetween([door, door], [door]).gone).toEqual([door]);
  });
});

describe('a draft put on a list that lost much', () => {
  it('stands on that list without changes, and *Undo* brings the readers back as additions', () => {
    const short = adoptList(held, { readers: doors(3), readAt });
    expect(draftReaders(short)).toEqual(doors(3));
    expect(hasChanges(short)).toBe(false);
    expect(draftReaders(undone(short))).toEqual(doors(50));
    expect(undone(short).counts).toMatchObject({ added: 47, removed: 0, unchanged: 3 });
  });

  it('has each reader once when the list comes back, whether it was undone before or after', () => {
    const short = adoptList(held, { readers: doors(3), readAt });
    const back = adoptList(short, { readers: doors(50), readAt });
    expect(draftReaders(undone(back))).toHaveLength(50);
    const first = adoptList(undone(short), { readers: doors(50), readAt });
    expect(draftReaders(first)).toHaveLength(50);
    expect(hasChanges(first)).toBe(false);
  });

  it('keeps the person’s changes, and undoing gives back every reader and name that was in view', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, (old, actions, { readers }) => {
        const before = replay(startDraft(old), actions);
        const after = adoptList(before, { readers, readAt });
        expect(diffLists(baseReaders(after), readers).total).toBe(0);
        if (after.undo.length <= before.undo.length) return;
        expect(lossBetween(draftReaders(before), draftReaders(undone(after))).unnamed).toEqual([]);
        for (const { id } of draftReaders(before)) {
          expect(draftReaders(undone(after)).some((reader) => reader.id === id)).toBe(true);
        }
      }),
    );
  });
});
