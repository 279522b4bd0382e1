import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReader, fewLists, rowsOf, someActions } from '../testing/any-reader.ts';
import { applyAction, type Draft, replay, startDraft } from './draft.ts';
import { draftParts, readDraftParts } from './draft-parts.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const there = (draft: Draft) => readDraftParts(draftParts(draft));

/** So many readers, all renamed in one step. */
function renamed(count: number): Draft {
  const readers = Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `Door ${index}` }));
  const names = readers.map(({ name }, row) => ({ row, name: `${name} East` }));
  return replay(startDraft({ readers, readAt }), [{ kind: 'rename', names }]);
}

describe('a draft in parts', () => {
  it('gives the window the draft that main has, undo history included', () => {
    fc.assert(
      fc.property(fewLists, someActions, (remote, actions) => {
        const draft = replay(startDraft(remote), actions);
        const { rows, ...shown } = there(draft);
        const { rows: own, ...rest } = draft;
        expect([...rows]).toEqual([...own]);
        expect(shown).toEqual(rest);
      }),
    );
  });

  it('keeps every id, name and other field, the separator among them', () => {
    const separated = anyReader.map((reader) => ({ ...reader, name: `${reader.name}\u007f${reader.id}` }));
    fc.assert(
      fc.property(fc.array(fc.oneof(anyReader, separated)), (readers) => {
        const draft = startDraft({ readers, readAt });
        expect(rowsOf(there(draft))).toEqual(rowsOf(draft));
      }),
    );
  });

  it('is of many parts where it is long, rows and steps cut anywhere', () => {
    const draft = renamed(9_001);
    const parts = [...draftParts(draft)];
    expect(parts.map(({ isLast }) => isLast)).toEqual([...parts.slice(1).map(() => false), true]);
    expect(parts.length).toBeGreaterThan(4);
    const arrived = readDraftParts(parts);
    expect(rowsOf(arrived)).toEqual(rowsOf(draft));
    expect(arrived.undo).toEqual(draft.undo);
  });

  it('is of many parts where names are long', () => {
    const readers = Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, name: 'x'.repeat(40_000) }));
    expect([...draftParts(startDraft({ readers, readAt }))].length).toBeGreaterThan(2);
  });

  it('sends each reader once, whichever rows and steps speak of it', () => {
    const text = [...draftParts(renamed(100))].map((part) => part.text).join('');
    expect(text.split('Door 77\u007f')).toHaveLength(2);
    expect(text.split('Door 77 East\u007f')).toHaveLength(2);
  });

  it('shares in the window what main shares, so that undoing compares objects and not texts', () => {
    const arrived = there(renamed(3));
    const [first] = arrived.undo[0]?.edits ?? [];
    expect(first?.before).toBe(arrived.rows.at(0)?.base);
    expect(first?.after).toBe(arrived.rows.at(0)?.mine);
    expect(applyAction(arrived, { kind: 'undo' }).ok).toBe(true);
  });
});
