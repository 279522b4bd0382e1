import { expect, it } from 'vitest';
import { phraseUnsaved } from './phrase-unsaved.ts';

const name = (connectionId: string) => (connectionId === 'a' ? 'Harbor Campus' : connectionId);

it('says what is not saved, how much, why and what becomes of it', () => {
  const reason = 'The file /data/draft.jsonl cannot be used: the disk is full. Free some space.';
  expect(phraseUnsaved([{ connectionId: 'a', of: 'draft', edits: 1, reason }], name)).toEqual({
    message: '1 edit is not saved',
    detail: `Harbor Campus, draft: 1 edit. ${reason}\n\nIf you close the window now, it is lost.`,
  });
});

it('counts all of it exactly', () => {
  const phrased = phraseUnsaved(
    [
      { connectionId: 'a', of: 'draft', edits: 1_200, reason: null },
      { connectionId: 'a', of: 'camera plan', edits: 4, reason: null },
    ],
    name,
  );
  expect(phrased.message).toBe('1,204 edits are not saved');
  expect(phrased.detail).toBe(
    [
      'Harbor Campus, draft: 1,200 edits. Saving is still going on.',
      'Harbor Campus, camera plan: 4 edits. Saving is still going on.',
      'If you close the window now, they are lost.',
    ].join('\n\n'),
  );
});

it('does not guess for a window that does not answer', () => {
  expect(phraseUnsaved(null, name).message).toBe('The window does not answer');
});
