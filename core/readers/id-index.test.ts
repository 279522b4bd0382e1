import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyAction, draftReaders, startDraft } from './draft.ts';
import { IdIndex } from './id-index.ts';
import { fewLists, someActions } from './reader.arbitrary.ts';

it('says the same after following edits as when built anew', () => {
  fc.assert(
    fc.property(fewLists, someActions, (remote, actions) => {
      let draft = startDraft(remote);
      const followed = IdIndex.of(draft.rows);
      for (const action of actions) {
        const applied = applyAction(draft, action);
        if (!applied.ok) continue;
        draft = applied.value.draft;
        followed.apply(applied.value.edits);
      }
      const built = IdIndex.of(draft.rows);
      const ids = draftReaders(draft).map(({ id }) => id);
      const shared = ids.filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id)).length;
      expect([followed.duplicates, built.duplicates]).toEqual([shared, shared]);
      draft.rows.forEach((_row, number) => {
        expect(followed.issuesOf(number)).toEqual(built.issuesOf(number));
      });
    }),
  );
});

it('keeps near-duplicates apart from duplicates while one is renamed into the other', () => {
  const rows = startDraft({ readers: [], readAt: '2021-11-01T17:30:10.000Z' }).rows;
  const index = IdIndex.of(rows);
  const [upper, lower] = [
    { id: 'A1', name: '' },
    { id: 'a1', name: '' },
  ];
  index.apply([
    { row: 0, before: null, after: upper },
    { row: 1, before: null, after: lower },
  ]);
  expect(index.issuesOf(0)).toEqual([{ code: 'near-duplicate id', severity: 'warns', id: 'A1', other: 'a1' }]);
  index.apply([{ row: 1, before: lower, after: upper }]);
  expect(index.issuesOf(0)).toEqual([{ code: 'duplicate id', severity: 'blocks', id: 'A1', readers: 2 }]);
  index.apply([{ row: 1, before: upper, after: null }]);
  expect(index.issuesOf(0)).toEqual([]);
  expect(index.duplicates).toBe(0);
});
