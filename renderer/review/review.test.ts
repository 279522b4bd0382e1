import { describe, expect, it } from 'vitest';
import { applyAction, type Draft, type DraftAction, startDraft } from '../../core/draft/draft.ts';
import { noChanges } from '../../core/readers/change.ts';
import { confirms, reviewOf, summaryText, whyNotPush } from './review.ts';

const readAt = '2026-01-05T09:00:00.000Z';

function draftOf(names: readonly string[], ...actions: readonly DraftAction[]): Draft {
  const readers = names.map((name, index) => ({ id: String(index), name }));
  return actions.reduce((draft, action) => {
    const applied = applyAction(draft, action);
    if (!applied.ok) throw new Error(`The draft refused: ${applied.error.code}`);
    return applied.value.draft;
  }, startDraft({ readers, readAt }));
}

const doors = Array.from({ length: 10 }, (_, number) => `Door ${number}`);
const rename: DraftAction = { kind: 'rename', names: [{ row: 0, name: 'Main Entrance' }] };

describe('the summary', () => {
  it('names the four amounts', () => {
    expect(summaryText({ ...noChanges, added: 1, renamed: 2, removed: 412, unchanged: 1870 })).toBe(
      '1 added, 2 renamed, 412 removed, 1870 unchanged',
    );
  });

  it('names readers with other changed fields where there are any', () => {
    expect(summaryText({ ...noChanges, changed: 3 })).toBe('0 added, 0 renamed, 3 changed, 0 removed, 0 unchanged');
  });
});

describe('a review', () => {
  it('finds changes and no brake in ordinary work', () => {
    const review = reviewOf(draftOf(doors, rename, { kind: 'delete', rows: [3] }));
    expect(review.changes.map(({ kind, row }) => [kind, row])).toEqual([
      ['renamed', 0],
      ['removed', 3],
    ]);
    expect(review.brake).toBeNull();
  });

  it('is braked where the list is emptied', () => {
    const review = reviewOf(draftOf(['Door'], { kind: 'delete', rows: [0] }));
    expect(review.brake).toEqual({ reason: 'empties the list', removed: 1, of: 1 });
  });

  it('tells readers that block from readers that are warned of', () => {
    const added = [
      { id: '1', name: 'The same id again' },
      { id: 'new', name: 'Two  spaces' },
    ];
    const review = reviewOf(draftOf(doors, { kind: 'add', readers: added }));
    expect(review.blocking.map(({ row }) => row)).toEqual([1, 10]);
    expect(review.warned.map(({ row }) => row)).toEqual([11]);
  });
});

describe('why a push is off', () => {
  const ready = {
    draft: draftOf(doors, rename),
    isSaved: true,
    review: { brake: null, blocking: [] },
    push: { kind: 'none' },
    typed: '',
    unseen: null,
    connection: { token: { kind: 'in keyring', lastFour: '4f2a' } },
  } as const;
  const brake = { reason: 'removes many', removed: 1412, of: 2000 } as const;
  const blocking = reviewOf(draftOf(doors, { kind: 'add', readers: [{ id: '', name: 'x' }] })).blocking;

  it('is not off for a saved draft with changes', () => {
    expect(whyNotPush(ready)).toBeNull();
  });

  it.each([
    ['no changes', { draft: draftOf(doors) }, 'There is nothing to push.'],
    ['an unsaved draft', { isSaved: false }, 'The draft is not saved yet.'],
    ['a blocking issue', { review: { brake: null, blocking } }, '1 reader has to be put right first.'],
    ['a brake', { review: { brake, blocking: [] } }, 'Type 1412 first.'],
    ['another number', { review: { brake, blocking: [] }, typed: '1411' }, 'Type 1412 first.'],
    ['a list that cannot be seen', { unseen: { readers: 10, typed: '9' } }, 'Type 10 first.'],
    [
      'another account',
      { connection: { ...ready.connection, otherAccount: 'bob@other.example' } },
      'Confirm the account first.',
    ],
    ['a push that starts', { push: { kind: 'starting' } }, 'A push is under way.'],
    [
      'a push under way',
      { push: { kind: 'state', state: { kind: 'backing up' }, reviewed: null, wasSeen: false } },
      'A push is under way.',
    ],
    [
      'no token',
      { connection: { token: { kind: 'not set' } } },
      'This connection has no token. Give it one on the Connections page.',
    ],
  ] as const)('%s', (_name, difference, reason) => {
    expect(whyNotPush({ ...ready, ...difference })).toBe(reason);
  });

  it.each(['1412', ' 1412 ', '1,412'])('is on again once %j is typed', (typed) => {
    expect(confirms(typed, brake.removed)).toBe(true);
    expect(whyNotPush({ ...ready, review: { brake, blocking: [] }, typed })).toBeNull();
  });

  it.each(['', '1412.0', '01412', 'yes'])('does not take %j for the number', (typed) => {
    expect(confirms(typed, brake.removed)).toBe(false);
  });
});
