import { describe, expect, it } from 'vitest';
import { brakeFor, brakeOf } from './brake.ts';
import { type Draft, type DraftAction, rebase, rebaseAfterPush, replay, startDraft } from './draft.ts';

describe('the brake', () => {
  it.each([
    { removed: 0, of: 10, kept: 10, holds: null },
    { removed: 0, of: 0, kept: 3, holds: null },
    { removed: 1, of: 1, kept: 0, holds: 'empties the list' },
    { removed: 340, of: 340, kept: 0, holds: 'empties the list' },
    // Every reader replaced by another: the list is not empty, but nothing of it is left.
    { removed: 2, of: 2, kept: 2, holds: 'removes many' },
    // More than 3 and over 20 %.
    { removed: 3, of: 10, kept: 7, holds: null },
    { removed: 4, of: 20, kept: 16, holds: null },
    { removed: 4, of: 19, kept: 15, holds: 'removes many' },
    { removed: 5, of: 20, kept: 15, holds: 'removes many' },
    { removed: 256, of: 1284, kept: 1028, holds: null },
    { removed: 257, of: 1284, kept: 1027, holds: 'removes many' },
    // Over half, at any size.
    { removed: 1, of: 2, kept: 1, holds: null },
    { removed: 2, of: 3, kept: 1, holds: 'removes many' },
    { removed: 3, of: 6, kept: 3, holds: null },
    { removed: 3, of: 5, kept: 2, holds: 'removes many' },
  ])('$removed of $of removed, $kept kept: $holds', ({ holds, ...numbers }) => {
    const brake = brakeFor(numbers);
    expect(brake?.reason ?? null).toBe(holds);
    if (brake) expect(brake).toMatchObject({ removed: numbers.removed, of: numbers.of });
  });
});

describe('the brake of a draft', () => {
  const readAt = '2021-11-01T17:30:10.000Z';
  const doors = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `Door ${at}` }));
  const fifty = startDraft({ readers: doors(50), readAt });
  const add: DraftAction = { kind: 'add', readers: [{ id: 'new', name: 'Gate' }] };
  const held = (draft: Draft) => brakeOf(replay(draft, [add]));

  it('measures against the longest list, not the one that Camio answered with last', () => {
    expect(held(fifty)).toBeNull();
    expect(held(rebase(fifty, { readers: [], readAt }))).toEqual({ reason: 'list was longer', removed: 49, of: 50 });
    const slowly = [41, 33, 27].reduce((draft, count) => rebase(draft, { readers: doors(count), readAt }), fifty);
    expect(held(slowly)).toEqual({ reason: 'list was longer', removed: 22, of: 50 });
  });

  it('is released by a push that was read back', () => {
    const short = rebase(fifty, { readers: doors(3), readAt });
    const pushed = rebaseAfterPush(short, short, { readers: doors(3), readAt });
    expect(held(pushed)).toBeNull();
  });

  it('names what the push removes itself where that is as much', () => {
    const emptied = replay(fifty, [{ kind: 'delete', rows: Array.from({ length: 30 }, (_, row) => row) }]);
    expect(brakeOf(emptied)).toEqual({ reason: 'removes many', removed: 30, of: 50 });
  });
});
