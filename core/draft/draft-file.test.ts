import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyReader, fewLists, rowsOf, someActions } from '../testing/any-reader.ts';
import { rebase, replay, startDraft } from './draft.ts';
import { fromDraftFile, toDraftFile } from './draft-file.ts';

it('gives back the same draft after a round trip through JSON', () => {
  fc.assert(
    fc.property(fewLists, someActions, fewLists, anyReader, (remote, actions, moved, reader) => {
      const edited = replay(startDraft(remote), [...actions, { kind: 'add', readers: [reader] }]);
      for (const draft of [edited, rebase(edited, moved)]) {
        const back = fromDraftFile(JSON.parse(JSON.stringify(toDraftFile(draft))));
        expect(rowsOf(back)).toEqual(rowsOf(draft));
        expect({ ...back, rows: null }).toEqual({ ...draft, rows: null });
        // A row is shown as unchanged by its two sides being one object.
        draft.rows.forEach(({ base, mine }, row) => {
          expect(back.rows.at(row)?.mine === back.rows.at(row)?.base).toBe(base === mine);
        });
      }
    }),
  );
});

it('lets undo steps speak of the very readers of the rows again, so that each is kept once', () => {
  const start = startDraft({ readers: [{ id: '1', name: 'Lobby' }], readAt: '2021-11-01T17:30:10.000Z' });
  const draft = replay(start, [{ kind: 'rename', names: [{ row: 0, name: 'Hall' }] }]);
  const back = fromDraftFile(JSON.parse(JSON.stringify(toDraftFile(draft))));
  const [edit] = back.undo[0]?.edits ?? [];
  expect(edit?.before).toBe(back.rows.at(0)?.base);
  expect(edit?.after).toBe(back.rows.at(0)?.mine);
});
