import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAction, type Draft, type DraftAction, startDraft } from '../../core/draft/draft.ts';
import { ListView } from './list-view.ts';

const remote = (...readers: [id: string, name: string][]) => ({
  readers: readers.map(([id, name]) => ({ id, name })),
  readAt: '2026-11-22T20:00:00.000Z',
});

function listing(draft: Draft) {
  const view = new ListView();
  view.reset(draft.rows);
  let current = draft;
  return {
    view,
    act(action: DraftAction) {
      const applied = applyAction(current, action);
      if (!applied.ok) throw new Error(applied.error.code);
      current = applied.value.draft;
      view.edit(current.rows, applied.value.edits);
    },
    ids: () => view.order.map((number) => (current.rows.at(number)?.mine ?? current.rows.at(number)?.base)?.id),
  };
}

const campus = startDraft(
  remote(['10', 'Büro Süd'], ['9', 'Lobby North'], ['b-2', 'Gate 10'], ['b-10', 'Gate 2'], ['7', 'Lobby South']),
);

describe('filter', () => {
  it.each([
    ['lobby', ['9', '7']],
    ['LOBBY', ['9', '7']],
    ['buro sud', ['10']],
    ['Süd', ['10']],
    ['B-1', ['b-10']],
    ['north lob', ['9']],
    ['gate 2', ['b-10']],
    ['gate b', []],
    ['  ', ['10', '9', 'b-2', 'b-10', '7']],
    ['nothing', []],
  ])('%j lists %j', (filter, ids) => {
    const list = listing(campus);
    list.view.setFilter(filter);
    expect(list.ids()).toEqual(ids);
  });

  it('finds a renamed reader by its new and its old name, a removed one by what Camio has', () => {
    const list = listing(campus);
    list.act({ kind: 'rename', names: [{ row: 1, name: 'Atrium' }] });
    list.act({ kind: 'delete', rows: [4] });
    list.view.setFilter('lobby');
    expect(list.ids()).toEqual(['9', '7']);
    list.view.setFilter('atrium');
    expect(list.ids()).toEqual(['9']);
  });

  it('does not make a reader vanish while it is worked on', () => {
    const list = listing(campus);
    list.view.setFilter('lobby');
    list.act({ kind: 'rename', names: [{ row: 1, name: 'Atrium' }] });
    list.act({ kind: 'rename', names: [{ row: 1, name: 'Foyer' }] });
    expect(list.ids()).toEqual(['9', '7']);
    list.view.setFilter('lobby s');
    expect(list.ids()).toEqual(['7']);
  });

  it('shows a new reader whatever the filter', () => {
    const list = listing(campus);
    list.view.setFilter('lobby');
    list.act({ kind: 'add', readers: [{ id: '11', name: 'Dock' }] });
    expect(list.ids()).toEqual(['9', '7', '11']);
  });
});

describe('sort', () => {
  it('counts numbers in ids and names as numbers', () => {
    const list = listing(campus);
    list.view.setSort({ key: 'id', direction: 'ascending' });
    expect(list.ids()).toEqual(['7', '9', '10', 'b-2', 'b-10']);
    list.view.setSort({ key: 'name', direction: 'descending' });
    expect(list.ids()).toEqual(['7', '9', 'b-2', 'b-10', '10']);
    list.view.setSort(null);
    expect(list.ids()).toEqual(['10', '9', 'b-2', 'b-10', '7']);
  });

  it('puts changes first, and keeps a renamed reader where it is until the person sorts again', () => {
    const list = listing(campus);
    list.view.setSort({ key: 'name', direction: 'ascending' });
    list.act({ kind: 'rename', names: [{ row: 0, name: 'Zoo' }] });
    expect(list.ids()).toEqual(['10', 'b-10', 'b-2', '9', '7']);
    list.act({ kind: 'delete', rows: [2] });
    list.view.setSort({ key: 'change', direction: 'ascending' });
    expect(list.ids()).toEqual(['10', 'b-2', '9', 'b-10', '7']);
  });
});

describe('additions', () => {
  it('takes an addition out with undo and puts it back with redo', () => {
    const list = listing(campus);
    list.act({ kind: 'add', readers: [{ id: '11', name: 'Dock' }] });
    list.act({ kind: 'add', readers: [{ id: '12', name: 'Hatch' }] });
    list.act({ kind: 'delete', rows: [5] });
    expect(list.ids()).toEqual(['10', '9', 'b-2', 'b-10', '7', '12']);
    list.act({ kind: 'undo' });
    expect(list.ids()).toEqual(['10', '9', 'b-2', 'b-10', '7', '11', '12']);
  });
});

it('lists after any edits what a fresh look at the draft lists', () => {
  const row = fc.nat({ max: 9 });
  const action: fc.Arbitrary<DraftAction> = fc.oneof(
    fc.record({ kind: fc.constant('rename' as const), names: fc.tuple(fc.record({ row, name: fc.string() })) }),
    fc.record({ kind: fc.constant('delete' as const), rows: fc.tuple(row) }),
    fc.record({ kind: fc.constant('revert' as const), rows: fc.tuple(row) }),
    fc.record({
      kind: fc.constant('add' as const),
      readers: fc.tuple(fc.record({ id: fc.string(), name: fc.string() })),
    }),
    fc.constant({ kind: 'undo' as const }),
    fc.constant({ kind: 'redo' as const }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), fc.string({ maxLength: 2 }), (actions, filter) => {
      const followed = new ListView();
      followed.reset(campus.rows);
      let draft = campus;
      for (const each of actions) {
        const applied = applyAction(draft, each);
        if (!applied.ok) continue;
        draft = applied.value.draft;
        followed.edit(draft.rows, applied.value.edits);
      }
      const fresh = new ListView();
      fresh.reset(draft.rows);
      expect(followed.order).toEqual(fresh.order);
      followed.setFilter(filter);
      fresh.setFilter(filter);
      expect(followed.order).toEqual(fresh.order);
    }),
  );
});
