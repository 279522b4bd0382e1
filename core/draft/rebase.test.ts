import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges, totalChanges } from '../readers/change.ts';
import { diffLists } from '../readers/diff.ts';
import type { Reader } from '../readers/reader.ts';
import { fewLists, rowsOf, someActions } from '../testing/any-reader.ts';
import {
  applyAction,
  baseReaders,
  type Draft,
  type DraftAction,
  draftReaders,
  hasChanges,
  rebase,
  rebaseAfterPush,
  rebaseOnSent,
  replay,
  startDraft,
} from './draft.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const later = '2021-11-01T18:00:00.000Z';
const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock' };
const roof: Reader = { id: '003', name: 'Roof' };

const draftOf = (readers: Reader[], ...actions: DraftAction[]) => replay(startDraft({ readers, readAt }), actions);
const remote = (...readers: Reader[]) => ({ readers, readAt: later });
const rename = (row: number, name: string): DraftAction => ({ kind: 'rename', names: [{ row, name }] });

function undoAll(draft: Draft): Draft {
  const undone = applyAction(draft, { kind: 'undo' });
  return undone.ok ? undoAll(undone.value.draft) : draft;
}

describe('rebase', () => {
  it('onto the list it stands on changes nothing but the time', () => {
    fc.assert(
      fc.property(fewLists, someActions, ({ readers }, actions) => {
        const draft = draftOf([...readers], ...actions);
        expect(rebase(draft, remote(...readers))).toEqual({ ...draft, baseReadAt: later });
        expect(rebase(draft, remote(...readers)).rows).toBe(draft.rows);
      }),
    );
  });

  it('takes over the new list as base, whatever the draft', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, (old, actions, { readers }) => {
        const rebased = rebase(draftOf([...old.readers], ...actions), remote(...readers));
        expect(diffLists(baseReaders(rebased), readers).total).toBe(0);
        expect(rebased.counts).toEqual(countChanges(rebased.rows));
        for (const { base, mine } of rebased.rows) if (base && mine) expect(mine.id).toBe(base.id);
      }),
    );
  });

  it('keeps base and draft sides on one id through every later undo and redo', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, someActions, (old, actions, { readers }, more) => {
        const rebased = rebase(draftOf([...old.readers], ...actions), remote(...readers));
        for (const draft of [undoAll(rebased), replay(rebased, more)]) {
          expect(draft.counts).toEqual(countChanges(draft.rows));
          for (const { base, mine } of draft.rows) if (base && mine) expect(mine.id).toBe(base.id);
        }
      }),
    );
  });

  it('lets rows nobody touched follow Camio', () => {
    const rebased = rebase(draftOf([lobby, dock]), remote({ ...lobby, name: 'Foyer' }, roof));
    expect(hasChanges(rebased)).toBe(false);
    expect(draftReaders(rebased)).toEqual([{ id: '001', name: 'Foyer' }, roof]);
  });

  it("keeps the person's changes and their undo history", () => {
    const draft = draftOf([lobby, dock], rename(0, 'Entrance'), { kind: 'delete', rows: [1] });
    const rebased = rebase(draft, remote({ ...lobby, name: 'Foyer' }, dock, roof));
    expect(rebased.counts).toEqual({ added: 0, renamed: 1, changed: 0, removed: 1, unchanged: 1 });
    expect(draftReaders(rebased)).toEqual([{ id: '001', name: 'Entrance' }, roof]);
    const undone = undoAll(rebased);
    expect(draftReaders(undone)).toEqual([lobby, dock, roof]);
  });

  it('numbers the draft anew where rows were appended, and only there', () => {
    const draft = draftOf([lobby], rename(0, 'Entrance'));
    expect(rebase(draft, remote({ ...lobby, name: 'Foyer' })).seq).toBe(draft.seq);
    expect(rebase(draft, remote(lobby, dock)).seq).toBe(draft.seq + 1);
  });
});

describe('rebase after a push', () => {
  it('leaves no changes where nothing was done meanwhile, whatever was sent', () => {
    fc.assert(
      fc.property(fewLists, someActions, ({ readers }, actions) => {
        const draft = draftOf([...readers], ...actions);
        const pushed = rebaseAfterPush(draft, draft, remote(...draftReaders(draft)));
        expect(hasChanges(pushed)).toBe(false);
        expect(draftReaders(pushed)).toEqual(draftReaders(draft));
      }),
    );
  });

  it('keeps what was done while the push was under way, as changes against what was sent', () => {
    fc.assert(
      fc.property(fewLists, someActions, someActions, ({ readers }, actions, meanwhile) => {
        const sent = draftOf([...readers], ...actions);
        const ids = draftReaders(sent).map(({ id }) => id);
        fc.pre(new Set(ids).size === ids.length); // a list with duplicates is not pushed
        const now = replay(sent, meanwhile);
        const pushed = rebaseAfterPush(now, sent, remote(...draftReaders(sent)));
        expect(diffLists(draftReaders(pushed), draftReaders(now)).total).toBe(0);
        expect(diffLists(baseReaders(pushed), draftReaders(sent)).total).toBe(0);
        expect(pushed.counts).toEqual(countChanges(pushed.rows));
      }),
    );
  });

  it('takes an undo during the push for a change, not for agreement with Camio', () => {
    const sent = draftOf([lobby, dock], rename(0, 'Entrance'));
    const now = replay(sent, [{ kind: 'undo' }]);
    const pushed = rebaseAfterPush(now, sent, remote({ ...lobby, name: 'Entrance' }, dock));
    expect(pushed.counts.renamed).toBe(1);
    expect(draftReaders(pushed)).toEqual([lobby, dock]);
  });

  it('can still undo what was pushed, under the id that Camio has now', () => {
    const draft = draftOf(
      [lobby],
      { kind: 'add', readers: [{ id: '', name: '' }] },
      { kind: 'set id', row: 1, id: '7' },
    );
    const named = replay(draft, [rename(1, 'Gate')]);
    const pushed = rebaseAfterPush(named, named, remote(lobby, { id: '7', name: 'Gate' }));
    const undone = replay(pushed, [{ kind: 'undo' }]);
    expect(draftReaders(undone)).toEqual([lobby, { id: '7', name: '' }]);
    expect(undone.counts.renamed).toBe(1);
    expect(draftReaders(undoAll(pushed))).toEqual([lobby]);
    expect(undoAll(pushed).counts.removed).toBe(1);
  });

  it('takes an id set during the push for a removal and an addition', () => {
    const sent = draftOf([lobby], { kind: 'add', readers: [{ id: '7', name: 'Gate' }] });
    const now = replay(sent, [{ kind: 'set id', row: 1, id: '8' }]);
    const pushed = rebaseAfterPush(now, sent, remote(lobby, { id: '7', name: 'Gate' }));
    expect(pushed.counts).toEqual({ added: 1, renamed: 0, changed: 0, removed: 1, unchanged: 1 });
    expect(rowsOf(pushed).at(-1)).toEqual({ base: { id: '7', name: 'Gate' }, mine: null });
  });
});

describe('rebase on a list that was sent', () => {
  const twiceOver = (readers: readonly Reader[]) => new Set(readers.map(({ id }) => id)).size < readers.length;

  it('leaves no changes where nothing was done since, whatever was sent', () => {
    fc.assert(
      fc.property(fewLists, someActions, ({ readers }, actions) => {
        const draft = draftOf([...readers], ...actions);
        const sent = draftReaders(draft);
        fc.pre(!twiceOver(sent)); // a list with duplicates is not pushed
        const settled = rebaseOnSent(draft, sent, remote(...sent));
        expect(hasChanges(settled)).toBe(false);
        expect(draftReaders(settled)).toEqual(sent);
      }),
    );
  });

  it('keeps what was done since as changes against what was sent', () => {
    fc.assert(
      fc.property(fewLists, someActions, someActions, ({ readers }, actions, since) => {
        const before = draftOf([...readers], ...actions);
        const sent = draftReaders(before);
        fc.pre(!twiceOver(sent));
        const now = replay(before, since);
        const settled = rebaseOnSent(now, sent, remote(...sent));
        expect(diffLists(draftReaders(settled), draftReaders(now)).total).toBe(0);
        expect(diffLists(baseReaders(settled), sent).total).toBe(0);
        expect(settled.counts).toEqual(countChanges(settled.rows));
        for (const { base, mine } of settled.rows) if (base && mine) expect(mine.id).toBe(base.id);
      }),
    );
  });

  it.each<[string, DraftAction, number]>([
    ['a rename', rename(0, 'Entrance'), 1],
    ['an addition', { kind: 'add', readers: [roof] }, 1],
    ['a removal', { kind: 'delete', rows: [1] }, 1],
  ])('takes %s that was taken back since for a change, not for agreement with Camio', (_what, action, changes) => {
    const before = draftOf([lobby, dock], action);
    const sent = draftReaders(before);
    const settled = rebaseOnSent(replay(before, [{ kind: 'undo' }]), sent, remote(...sent));
    expect(totalChanges(settled.counts)).toBe(changes);
    expect(draftReaders(settled)).toEqual([lobby, dock]);
    expect(baseReaders(settled)).toEqual(sent);
  });
});
