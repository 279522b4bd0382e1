import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replay, startDraft } from './draft.ts';
import { draftText, readDraftText } from './draft-text.ts';
import { anyReader, fewLists, rowsOf, someActions } from './reader.arbitrary.ts';

it('gives the window the draft that main has, undo history included', () => {
  fc.assert(
    fc.property(fewLists, someActions, (remote, actions) => {
      const draft = replay(startDraft(remote), actions);
      const { rows: _, ...shown } = readDraftText(draftText(draft));
      expect(rowsOf(readDraftText(draftText(draft)))).toEqual(rowsOf(draft));
      const { rows: __, ...own } = draft;
      expect(shown).toEqual(own);
    }),
  );
});

it('keeps every id, name and other field, the separator among them', () => {
  const separated = anyReader.map((reader) => ({ ...reader, name: `${reader.name}\u007f${reader.id}` }));
  fc.assert(
    fc.property(fc.array(fc.oneof(anyReader, separated)), (readers) => {
      const draft = startDraft({ readers, readAt: '2021-11-01T17:30:10.000Z' });
      expect(rowsOf(readDraftText(draftText(draft)))).toEqual(rowsOf(draft));
    }),
  );
});
