import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges } from '../readers/change.ts';
import { diffLists } from '../readers/diff.ts';
import type { Reader } from '../readers/reader.ts';
import { fewLists, rowsOf, someActions } from '../testing/any-reader.ts';
import { applyAction, baseReaders, type Draft, type DraftAction, draftReaders, replay, startDraft } from './draft.ts';
import { fromDraftFile, toDraftFile } from './draft-file.ts';
import { draftFileSchema } from './draft-schema.ts';
import { losesMuch, lossBetween } from './list-loss.ts';
import type { Choice } from './merge.ts';
import { mergeDraft } from './merge-draft.ts';
import { mergeLists } from './merge-lists.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const later = '2021-11-01T18:00:00.000Z';
const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock' };

const remote = (...readers: Reader[]) => ({ readers, readAt: later });
const draftOf = (readers: readonly Reader[], ...actions: DraftAction[]) =>
  replay(startDraft({ readers, readAt }), actions);
const rename = (row: number, name: string): DraftAction => ({ kind: 'rename', names: [{ row, name }] });

/** Every clash of the draft with the list, settled by `pick`. */
function choices(draft: Draft, readers: readonly Reader[], pick: (row: number) => Choice): Map<number, Choice> {
  return new Map(mergeLists(draft.rows, readers).clashes.map(({ row }) => [row, pick(row)]));
}

function merged(draft: Draft, readers: readonly Reader[], pick: (row: number) => Choice = () => 'mine'): Draft {
  const result = mergeDraft(draft, remote(...readers), choices(draft, readers, pick));
  if (!result.ok) throw new Error(`${result.error.clashes} clashes were not settled.`);
  return result.value;
}

function undone(draft: Draft): Draft {
  const step = applyAction(draft, { kind: 'undo' });
  if (!step.ok) throw new Error('There was nothing to undo.');
  return step.value.draft;
}

const undoAll = (draft: Draft): Draft => (draft.undo.length > 0 ? undoAll(undone(draft)) : draft);

const anyPick = fc.func(fc.constantFrom<Choice>('mine', 'theirs'));

describe('a merged draft', () => {
  it('stands on the list Camio holds now, whatever was done and chosen', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, anyPick, (old, actions, { readers }, pick) => {
        const draft = merged(draftOf(old.readers, ...actions), readers, pick);
        expect(diffLists(baseReaders(draft), readers).total).toBe(0);
        expect(draft.baseReadAt).toBe(later);
        expect(draft.counts).toEqual(countChanges(draft.rows));
        for (const { base, mine } of draft.rows) if (base && mine) expect(mine.id).toBe(base.id);
      }),
    );
  });

  it('is what the merge said, reader by reader', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, anyPick, (old, actions, { readers }, pick) => {
        const before = draftOf(old.readers, ...actions);
        const { clashes } = mergeLists(before.rows, readers);
        const after = merged(before, readers, pick);
        for (const { row, mine, theirs } of clashes) {
          expect(after.rows.at(row)?.mine ?? null).toEqual(pick(row) === 'mine' ? mine : theirs);
        }
      }),
    );
  });

  it('is Camio’s list where the draft had no changes, and undoing that brings back what was lost', () => {
    fc.assert(
      fc.property(fewLists, fewLists, (old, { readers }) => {
        const draft = merged(draftOf(old.readers), readers);
        expect(diffLists(draftReaders(draft), readers).total).toBe(0);
        // Which of two with one id lost its name is a matter of order.
        fc.pre([old.readers, readers].every((list) => new Set(list.map(({ id }) => id)).size === list.length));
        const lost = lossBetween(old.readers, readers);
        const isMuch = losesMuch(lost, { of: old.readers.length, now: readers.length });
        expect(draft.undo.map(({ action }) => action)).toEqual(isMuch ? ['merge'] : []);
        if (isMuch) expect(lossBetween(old.readers, draftReaders(undone(draft)))).toEqual({ gone: [], unnamed: [] });
      }),
    );
  });

  it('has no change left where every clash was left to Camio and nothing else was changed here', () => {
    const draft = draftOf([lobby, dock], rename(0, 'Entrance'), { kind: 'delete', rows: [1] });
    const theirs = [
      { ...lobby, name: 'Foyer' },
      { ...dock, name: 'Ramp' },
    ];
    expect(draftReaders(merged(draft, theirs, () => 'theirs'))).toEqual(theirs);
    expect(draftReaders(merged(draft, theirs, () => 'mine'))).toEqual([{ ...lobby, name: 'Entrance' }]);
  });

  it('gives the draft’s side back when the merge is undone, and stays on the new base', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, anyPick, (old, actions, { readers }, pick) => {
        const before = draftOf(old.readers, ...actions);
        const after = merged(before, readers, pick);
        fc.pre(after.undo.at(-1)?.action === 'merge');
        const back = undone(after);
        expect(back.baseReadAt).toBe(later);
        before.rows.forEach(({ base, mine }, row) => {
          if (base !== mine) expect(back.rows.at(row)?.mine ?? null).toEqual(mine);
        });
        expect(rowsOf(replay(back, [{ kind: 'redo' }]))).toEqual(rowsOf(after));
      }),
    );
  });

  it('is Camio’s list and what that lost once everything is undone: no step takes back what somebody else did', () => {
    fc.assert(
      fc.property(fewLists, someActions, fewLists, anyPick, (old, actions, { readers }, pick) => {
        const back = undoAll(merged(draftOf(old.readers, ...actions), readers, pick));
        for (const { base, mine } of back.rows) {
          if (base) expect(mine).toEqual(base.name === '' && mine ? { ...base, name: mine.name } : base);
          else if (mine) expect(old.readers).toContainEqual(mine);
        }
      }),
    );
  });

  it('keeps the reader somebody else added under the same id when one’s own addition is undone', () => {
    const draft = draftOf([lobby], { kind: 'add', readers: [{ ...dock, name: 'Mine' }] });
    const after = merged(draft, [lobby, dock], () => 'mine');
    expect(draftReaders(after)).toEqual([lobby, { ...dock, name: 'Mine' }]);
    expect(draftReaders(undoAll(after))).toEqual([lobby, dock]);
  });

  it('is refused while a clash is not settled', () => {
    const draft = draftOf([lobby], rename(0, 'Entrance'));
    const theirs = remote({ ...lobby, name: 'Foyer' });
    expect(mergeDraft(draft, theirs, new Map())).toEqual({ ok: false, error: { code: 'clashes left', clashes: 1 } });
    expect(mergeDraft(draft, theirs, new Map([[1, 'mine']])).ok).toBe(false);
  });

  it('moves its number, so that nothing meant for the draft before it is applied', () => {
    const draft = draftOf([lobby]);
    expect(merged(draft, [lobby, dock]).seq).toBe(draft.seq + 1);
  });

  it('comes back from its file with the step that can be undone', () => {
    const draft = merged(draftOf([lobby], rename(0, 'Entrance')), [{ ...lobby, name: 'Foyer' }], () => 'theirs');
    const file = draftFileSchema.parse(JSON.parse(JSON.stringify(toDraftFile(draft))));
    expect(draftReaders(undone(fromDraftFile(file)))).toEqual([{ ...lobby, name: 'Entrance' }]);
  });
});
