import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';
import { anyAction, fewLists, rowsOf, someActions } from '../testing/any-reader.ts';
import {
  applyAction,
  baseLength,
  baseReaders,
  type Draft,
  type DraftAction,
  draftLength,
  draftReaders,
  replay,
  startDraft,
  undoLimit,
} from './draft.ts';

const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock' };
const base = { readers: [lobby, dock], readAt: '2021-11-01T17:30:10.000Z' };

function applied(draft: Draft, action: DraftAction): Draft {
  const result = applyAction(draft, action);
  if (!result.ok) throw new Error(`The draft refused: ${result.error.code}`);
  return result.value.draft;
}

describe('a draft', () => {
  it('counts what a recount counts, after any actions', () => {
    fc.assert(
      fc.property(fewLists, someActions, (remote, actions) => {
        const draft = replay(startDraft(remote), actions);
        expect(draft.counts).toEqual(countChanges(draft.rows));
        expect(draftLength(draft)).toBe(draftReaders(draft).length);
        expect(baseLength(draft)).toBe(baseReaders(draft).length);
        expect(baseReaders(draft)).toEqual(remote.readers);
      }),
    );
  });

  it('is as it was after undoing any action, and again as it became after redoing it', () => {
    fc.assert(
      fc.property(fewLists, someActions, anyAction, (remote, actions, action) => {
        fc.pre(action.kind !== 'undo' && action.kind !== 'redo');
        const before = replay(startDraft(remote), actions);
        const done = applyAction(before, action);
        if (!done.ok) return;
        const undone = applied(done.value.draft, { kind: 'undo' });
        expect(draftReaders(undone)).toEqual(draftReaders(before));
        expect(undone.counts).toEqual(before.counts);
        expect(undone.undo).toEqual(before.undo.slice(-undoLimit));
        const redone = applied(undone, { kind: 'redo' });
        expect(rowsOf(redone)).toEqual(rowsOf(done.value.draft));
        expect(redone.counts).toEqual(done.value.draft.counts);
        expect(redone.undo).toEqual(done.value.draft.undo);
      }),
    );
  });

  it('is its base again after undoing everything', () => {
    fc.assert(
      fc.property(fewLists, someActions, (remote, actions) => {
        let draft = replay(startDraft(remote), actions);
        while (draft.undo.length > 0) draft = applied(draft, { kind: 'undo' });
        expect(draftReaders(draft)).toEqual(remote.readers);
      }),
    );
  });

  it('comes out the same when the accepted actions are replayed', () => {
    fc.assert(
      fc.property(fewLists, someActions, (remote, actions) => {
        let live = startDraft(remote);
        const accepted: DraftAction[] = [];
        for (const action of actions) {
          const next = applyAction(live, action);
          if (!next.ok) continue;
          expect(next.value.draft.seq).toBe(live.seq + 1);
          live = next.value.draft;
          accepted.push(action);
        }
        const replayed = replay(startDraft(remote), accepted);
        expect(rowsOf(replayed)).toEqual(rowsOf(live));
        expect({ ...replayed, rows: null }).toEqual({ ...live, rows: null });
      }),
    );
  });

  it('knows a name that was typed back for no change', () => {
    const renamed = applied(startDraft(base), { kind: 'rename', names: [{ row: 0, name: 'Entrance' }] });
    expect(renamed.counts.renamed).toBe(1);
    const back = applied(renamed, { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] });
    expect(back.counts).toEqual({ added: 0, renamed: 0, changed: 0, removed: 0, unchanged: 2 });
    expect(back.rows.at(0)?.mine).toBe(back.rows.at(0)?.base);
  });

  it('keeps the id of a reader that Camio has', () => {
    expect(applyAction(startDraft(base), { kind: 'set id', row: 0, id: '9' })).toEqual({
      ok: false,
      error: { code: 'id is fixed', row: 0, id: '001' },
    });
  });

  it.each<[string, DraftAction]>([
    ['nothing to undo', { kind: 'undo' }],
    ['nothing to redo', { kind: 'redo' }],
    ['nothing changes', { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] }],
    ['nothing changes', { kind: 'revert', rows: [0, 1] }],
    ['no such reader', { kind: 'delete', rows: [2] }],
    ['no such reader', { kind: 'rename', names: [{ row: 7, name: 'x' }] }],
  ])('refuses with "%s"', (code, action) => {
    expect(applyAction(startDraft(base), action)).toMatchObject({ ok: false, error: { code } });
  });

  it('deletes a row once where an action names it twice', () => {
    const draft = applied(startDraft(base), { kind: 'delete', rows: [0, 0] });
    expect(draft.counts.removed).toBe(1);
    expect(draftReaders(applied(draft, { kind: 'undo' }))).toEqual(base.readers);
  });

  it(`remembers the last ${undoLimit.toLocaleString('en')} steps`, () => {
    let draft = startDraft(base);
    for (let n = 0; n < undoLimit + 5; n++)
      draft = applied(draft, { kind: 'rename', names: [{ row: 0, name: `${n}` }] });
    expect(draft.undo.length).toBe(undoLimit);
  });
});
