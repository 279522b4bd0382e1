import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAction, type Draft, emptyDraft, rebase } from '../../core/draft/draft.ts';
import { reader } from '../testing/fake-main.ts';
import { sameReaders } from './same-readers.ts';

const remote = (...ids: string[]) => ({
  readers: ids.map((id) => reader(id, `Door ${id}`)),
  readAt: '2026-11-22T19:00:00.000Z',
});

function withAdded(draft: Draft, ...ids: string[]): Draft {
  const added = applyAction(draft, { kind: 'add', readers: ids.map((id) => reader(id, '')) });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.draft;
}

const follow = (rows: readonly number[], from: Draft, to: Draft) =>
  Object.fromEntries(sameReaders(new Set(rows), from.rows, to.rows));

describe('readers of a draft that was opened again', () => {
  it('are found under their new numbers, and those that are gone are not', () => {
    const before = withAdded(rebase(emptyDraft, remote('1', '2')), '8', '9');
    const after = withAdded(rebase(emptyDraft, remote('1', '2', '3')), '9');
    expect(follow([1, 2, 3], before, after)).toEqual({ 1: 1, 3: 3 });
  });

  it('are not taken for one that came to Camio under the same id meanwhile', () => {
    const before = withAdded(rebase(emptyDraft, remote('1')), '5');
    const after = withAdded(rebase(emptyDraft, remote('1', '5')), '5');
    expect(follow([1], before, after)).toEqual({ 1: 2 });
  });

  it('stay in their row when a push made an addition one of Camio’s', () => {
    const before = withAdded(rebase(emptyDraft, remote('1')), '5');
    const after = rebase(before, remote('1', '5'));
    expect(follow([0, 1], before, after)).toEqual({ 0: 0, 1: 1 });
  });

  it('stay in their row when Camio lost them while the draft renames them', () => {
    const renamed = applyAction(rebase(emptyDraft, remote('1', '2')), {
      kind: 'rename',
      names: [{ row: 1, name: 'x' }],
    });
    if (!renamed.ok) throw new Error(renamed.error.code);
    const before = renamed.value.draft;
    expect(follow([1], before, rebase(before, remote('1')))).toEqual({ 1: 1 });
  });

  it('are told apart by order where an id repeats, and each keeps its own row in the same draft', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '2', '3')), fc.array(fc.constantFrom('1', '2', '4')), (held, added) => {
        const base = rebase(emptyDraft, remote(...held));
        const draft = added.length > 0 ? withAdded(base, ...added) : base;
        const all = [...draft.rows].map((_, row) => row);
        const odd = all.filter((row) => row % 2 === 1);
        expect(follow(odd, draft, draft)).toEqual(Object.fromEntries(odd.map((row) => [row, row])));
      }),
    );
  });
});
