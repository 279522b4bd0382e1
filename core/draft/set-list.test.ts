import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLists } from '../readers/diff.ts';
import type { Reader } from '../readers/reader.ts';
import { fewLists, fewReaders, rowsOf, someActions } from '../testing/any-reader.ts';
import { applyAction, baseReaders, type Draft, draftReaders, replay, startDraft } from './draft.ts';

const anyList = fc.array(fewReaders, { maxLength: 8 });

/** The draft with the list as its own; the same draft where it holds it already. */
function withList(draft: Draft, readers: readonly Reader[]): Draft {
  const applied = applyAction(draft, { kind: 'set list', readers, reason: 'snapshot restored' });
  return applied.ok ? applied.value.draft : draft;
}

describe('setting a list', () => {
  it('makes the draft that list, whatever it was, on the same base', () => {
    fc.assert(
      fc.property(fewLists, someActions, anyList, (remote, actions, list) => {
        const draft = withList(replay(startDraft(remote), actions), list);
        expect(diffLists(draftReaders(draft), list)).toEqual({ total: 0, first: [] });
        expect(baseReaders(draft)).toEqual(remote.readers);
      }),
    );
  });

  it('is one step, and undoing it gives back every row', () => {
    fc.assert(
      fc.property(fewLists, someActions, anyList, (remote, actions, list) => {
        const before = replay(startDraft(remote), actions);
        const after = withList(before, list);
        if (after === before) return;
        expect(after.undo.length).toBe(before.undo.length + 1);
        const undone = replay(after, [{ kind: 'undo' }]);
        expect(rowsOf(undone).slice(0, before.rows.length)).toEqual(rowsOf(before));
        expect(draftReaders(undone)).toEqual(draftReaders(before));
      }),
    );
  });

  it('takes back every change where the list is the base', () => {
    fc.assert(
      fc.property(fewLists, someActions, (remote, actions) => {
        const ids = remote.readers.map(({ id }) => id);
        fc.pre(new Set(ids).size === ids.length);
        const { counts } = withList(replay(startDraft(remote), actions), remote.readers);
        expect(counts).toEqual({ added: 0, renamed: 0, changed: 0, removed: 0, unchanged: remote.readers.length });
      }),
    );
  });

  it('knows a reader by its id: renames, removes and adds, and leaves the rest alone', () => {
    const base: Reader[] = [
      { id: '1', name: 'Lobby' },
      { id: '2', name: 'Dock' },
      { id: '3', name: 'Roof' },
    ];
    const list: Reader[] = [
      { id: '3', name: 'Roof' },
      { id: '4', name: 'Gate' },
      { id: '1', name: 'Entrance' },
    ];
    const draft = withList(startDraft({ readers: base, readAt: '2021-11-01T17:30:10.000Z' }), list);
    expect(draft.counts).toEqual({ added: 1, renamed: 1, changed: 0, removed: 1, unchanged: 1 });
    expect(draft.undo.at(-1)?.edits.map(({ row }) => row)).toEqual([0, 1, 3]);
  });

  it('is refused where the draft holds that list already', () => {
    const remote = { readers: [{ id: '1', name: 'Lobby' }], readAt: '2021-11-01T17:30:10.000Z' };
    const again = applyAction(startDraft(remote), {
      kind: 'set list',
      readers: remote.readers,
      reason: 'snapshot restored',
    });
    expect(again).toEqual({ ok: false, error: { code: 'nothing changes' } });
  });
});
