import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { emptyDraft, rebase } from '../../core/draft/draft.ts';
import { selectAll } from '../grid/selection.ts';
import { MainStandIn, reader } from '../testing/fake-main.ts';
import type { ToastAction } from '../ui/toast.ts';
import { DraftSession } from './draft-session.ts';
import { ReaderActions } from './reader-actions.ts';
import { isFiltered, ReaderList } from './reader-list.ts';

/** A page on a list of four readers, as far as it is not drawn. */
async function page() {
  const main = new MainStandIn();
  main.remote = [reader('1', 'Lobby North'), reader('2', 'Lobby South'), reader('3', 'Roof'), reader('4', 'Dock')];
  main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
  const session = new DraftSession(main.api, 'campus', () => {});
  await session.settled();
  const list = new ReaderList(session);
  const news: string[] = [];
  const failures: AppError[] = [];
  const offers: ToastAction[] = [];
  const say = {
    news(text: string, action?: ToastAction) {
      news.push(text);
      if (action) offers.push(action);
    },
    failure: (error: AppError) => void failures.push(error),
  };
  const actions = new ReaderActions(session, list, say);
  const names = () => {
    const state = session.state();
    const rows = state.kind === 'open' ? state.draft.rows : [];
    return [...rows].map(({ mine }) => mine?.name ?? null);
  };
  return { main, session, list, actions, names, news, offers, failures };
}

const type = (list: ReaderList, text: string) => {
  const { editing } = list.state();
  if (!editing) throw new Error('No cell is being edited.');
  list.edit({ ...editing, text });
};

describe('editing a cell', () => {
  it('takes over what was typed, once, and puts it on disk', async () => {
    const { main, session, list, actions, names } = await page();
    actions.edit(0, 'name', null);
    expect(list.state().editing).toEqual({ row: 0, field: 'name', text: 'Lobby North' });
    type(list, 'Atrium');
    expect(names()[0]).toBe('Lobby North');
    actions.commitEdit();
    actions.commitEdit();
    await session.settled();
    expect(main.applied).toEqual([{ kind: 'rename', names: [{ row: 0, name: 'Atrium' }] }]);
  });

  it('leaves the name as it was on Escape, and makes no change of an unchanged text', async () => {
    const { main, session, list, actions } = await page();
    actions.edit(0, 'name', 'x');
    actions.cancelEdit();
    actions.edit(0, 'name', null);
    actions.commitEdit();
    expect(list.state().editing).toBeNull();
    await session.settled();
    expect(main.applied).toEqual([]);
  });

  it('says why the id of a reader in Camio, or any cell of a removed one, cannot be edited', async () => {
    const { list, actions, failures } = await page();
    actions.edit(0, 'id', null);
    list.moveTo({ index: 1, column: 2 });
    actions.remove();
    actions.edit(1, 'name', null);
    expect(list.state().editing).toBeNull();
    expect(failures.map(({ code }) => code)).toEqual(['blocked', 'not-found']);
    expect(failures[0]?.message).toContain('The ID "1" cannot be changed');
  });

  it('edits the id of a reader that Camio does not have yet', async () => {
    const { main, session, list, actions } = await page();
    actions.add(reader('5', 'Gate'));
    actions.edit(4, 'id', '6');
    actions.commitEdit();
    await session.settled();
    expect(main.applied.at(-1)).toEqual({ kind: 'set id', row: 4, id: '6' });
    expect(list.state().cursor.row).toBe(4);
  });

  it('closes the editor when its reader goes away under it', async () => {
    const { list, actions } = await page();
    actions.add(reader('5', 'Gate'));
    actions.edit(4, 'name', 'half typed');
    actions.undo();
    expect(list.state().editing).toBeNull();
  });
});

describe('a reader typed in the line for new ones', () => {
  it('goes into the draft before a review, and the line closes', async () => {
    const { list, actions, names } = await page();
    list.newLine.open();
    expect(actions.addTyped()).toBe(true);
    list.newLine.type(reader('5', 'Gate'));
    list.newLine.open();
    expect(actions.addTyped()).toBe(true);
    expect(names().slice(4)).toEqual(['Gate']);
    expect(list.newLine.state().typed).toBeNull();
    expect(actions.addTyped()).toBe(true);
    expect(names()).toHaveLength(5);
  });

  it.each([
    ['without an ID', reader('', 'Gate'), 'no ID'],
    ['with the ID of another', reader('1', 'Gate'), 'have the ID "1"'],
  ])('stays where it is %s, and the person is told why', async (_, typed, why) => {
    const { list, actions, names, failures } = await page();
    list.newLine.type(typed);
    expect(actions.addTyped()).toBe(false);
    expect(list.newLine.state().typed).toEqual(typed);
    expect(names()).toHaveLength(4);
    expect(failures[0]?.message).toContain('“Gate” is not in the draft yet');
    expect(failures[0]?.message).toContain(why);
  });
});

describe('a refresh while something is going on', () => {
  /** Camio's list gets a reader of its own as it is read, while the person adds one. */
  async function refreshed(meanwhile: (at: Awaited<ReturnType<typeof page>>) => void) {
    const at = await page();
    at.main.remote = [...at.main.remote, reader('9', 'Camio’s own')];
    at.main.beforeAdopting = () => {
      at.actions.add(reader('5', 'Gate'));
      meanwhile(at);
    };
    await at.session.refresh();
    return at;
  }

  it('leaves the open cell on the reader it was opened for', async () => {
    const { list, actions, names } = await refreshed((at) => at.actions.edit(4, 'name', 'North gate'));
    expect(list.state()).toMatchObject({ editing: { row: 5, text: 'North gate' }, cursor: { index: 5, row: 5 } });
    actions.commitEdit();
    expect(names().slice(4)).toEqual(['Camio’s own', 'North gate']);
  });

  it('leaves keyboard and selection on their readers, for Delete too', async () => {
    const { list, actions, names } = await refreshed((at) => at.list.select(selectAll([4, 1])));
    expect(list.state().selection).toEqual(selectAll([5, 1]));
    actions.remove();
    expect(names()).toEqual(['Lobby North', null, 'Roof', 'Dock', 'Camio’s own', null]);
  });

  it('lets go of what is not there any more', async () => {
    const { main, session, list, actions } = await page();
    main.remote = main.remote.slice(0, 2);
    list.moveTo({ index: 3, column: 2 });
    list.select(selectAll([3]));
    actions.edit(3, 'name', 'half typed');
    await session.refresh();
    expect(list.state()).toMatchObject({ editing: null, selection: { anchor: null }, cursor: { index: 1 } });
    expect(list.state().selection.rows.size).toBe(0);
  });
});

describe('removing', () => {
  it('removes the selection, else the reader the keyboard is on, and keeps the keyboard in its place', async () => {
    const { list, actions, names, news } = await page();
    list.moveTo({ index: 3, column: 2 });
    actions.remove();
    expect(names()).toEqual(['Lobby North', 'Lobby South', 'Roof', null]);
    expect(list.state().cursor).toMatchObject({ index: 3, row: 3 });
    list.select(selectAll([0, 1, 3]));
    actions.remove();
    expect(names()).toEqual([null, null, 'Roof', null]);
    expect(news).toEqual(['“Dock” removed from the draft.', '2 readers removed from the draft.']);
    expect(list.state().selection.rows.size).toBe(0);
  });

  it('removes nothing before the person chose a reader or put the keyboard on one', async () => {
    const { list, actions, names } = await page();
    actions.remove();
    list.setFilter('roof');
    actions.remove();
    list.setFilter('');
    actions.add(reader('5', 'Gate'));
    actions.remove();
    expect(names()).toEqual(['Lobby North', 'Lobby South', 'Roof', 'Dock', 'Gate']);
    list.follow(list.state().cursor);
    actions.remove();
    expect(names()[4]).toBeNull();
  });

  it('removes nothing where the reader the keyboard was on is gone, hidden by the filter or no longer in Camio', async () => {
    const { main, session, list, actions, names } = await page();
    list.moveTo({ index: 3, column: 2 });
    list.setFilter('lobby');
    actions.remove();
    list.showAll();
    list.moveTo({ index: 3, column: 2 });
    main.remote = main.remote.slice(0, 3);
    await session.refresh();
    expect(list.state().cursor).toMatchObject({ index: 2, row: 2 });
    actions.remove();
    expect(names()).toEqual(['Lobby North', 'Lobby South', 'Roof', null]);
  });

  it('offers to undo the removal of several until something else is done, which Undo would mean then', async () => {
    const { list, actions, names, offers } = await page();
    list.select(selectAll(list.state().order));
    actions.remove();
    const [offer] = offers;
    let isOver = false;
    offer?.until?.(() => {
      isOver = true;
    });
    expect(isOver).toBe(false);
    actions.add(reader('5', 'Gate'));
    expect(isOver).toBe(true);
    expect(names()).toEqual([null, null, null, null, 'Gate']);
  });

  it('never removes a selected reader that the filter hides', async () => {
    const { list, actions, names } = await page();
    list.select(selectAll(list.state().order));
    list.setFilter('lobby');
    actions.remove();
    expect(names()).toEqual([null, null, 'Roof', 'Dock']);
  });

  it('brings a removed reader back', async () => {
    const { list, actions, names } = await page();
    list.moveTo({ index: 2, column: 2 });
    actions.remove();
    actions.keep(2);
    expect(names()[2]).toBe('Roof');
  });
});

describe('undo and redo', () => {
  it('go to the reader they change', async () => {
    const { list, actions, names } = await page();
    actions.edit(2, 'name', 'Hatch');
    actions.commitEdit();
    list.moveTo({ index: 0, column: 2 });
    actions.undo();
    expect(names()[2]).toBe('Roof');
    expect(list.state().cursor.row).toBe(2);
    actions.redo();
    expect(names()[2]).toBe('Hatch');
  });

  it('say so when the filter hides what they change, and nothing when there is nothing left to undo', async () => {
    const { list, actions, news, failures } = await page();
    actions.edit(2, 'name', 'Hatch');
    actions.commitEdit();
    list.setFilter('lobby');
    actions.undo();
    actions.undo();
    expect(news).toEqual(['Undone: 1 reader renamed. The filter hides them.']);
    expect(failures).toEqual([]);
  });

  it('keep the keyboard in the list when the reader it was on goes', async () => {
    const { list, actions } = await page();
    actions.add(reader('5', 'Gate'));
    expect(list.state().cursor).toMatchObject({ index: 4, row: 4 });
    actions.undo();
    expect(list.state().cursor).toMatchObject({ index: 3, row: 3 });
  });
});

describe('checks', () => {
  it('mark every reader that shares an id, and unmark them together', async () => {
    const { list, actions } = await page();
    const codes = (row: number) => list.issuesOf(row).map(({ code }) => code);
    actions.add(reader('1', 'Gate 5'));
    expect([codes(0), codes(4), codes(1)]).toEqual([['duplicate id'], ['duplicate id'], []]);
    actions.edit(4, 'id', '5');
    actions.commitEdit();
    expect([codes(0), codes(4)]).toEqual([[], []]);
  });

  it('tell of a text before it is taken over, without taking it over', async () => {
    const { list } = await page();
    expect(list.issuesIf(99, reader('1', 'Gate')).map(({ code }) => code)).toEqual(['duplicate id']);
    expect(list.issuesIf(0, reader('1', 'Lobby  North')).map(({ code }) => code)).toEqual(['double space']);
    expect(list.issuesOf(0)).toEqual([]);
  });

  it('answer the same array while nothing about the reader changed', async () => {
    const { list, actions } = await page();
    const before = list.issuesOf(0);
    actions.edit(1, 'name', 'Else');
    actions.commitEdit();
    expect(list.issuesOf(0)).toBe(before);
  });
});

describe('the filter by issue', () => {
  it('lists the readers with one, goes with the text filter, and lets nobody vanish who is being worked on', async () => {
    const { list, actions } = await page();
    actions.add(reader('5', 'roof'));
    expect(list.state().findings).toEqual({ readers: 2, byCode: [{ code: 'near-duplicate name', readers: 2 }] });
    list.setIssueFilter('near-duplicate name');
    expect(list.state().order).toEqual([2, 4]);
    expect(isFiltered(list.state())).toBe(true);
    actions.rename([{ row: 4, name: 'Terrace' }]);
    expect(list.state().order).toEqual([2, 4]);
    expect(list.state().findings?.readers).toBe(0);
    list.setFilter('terr');
    expect(list.state().order).toEqual([]);
    list.showAll();
    expect(list.state().order).toEqual([0, 1, 2, 3, 4]);
    expect(isFiltered(list.state())).toBe(false);
  });

  it('stays on, and is run again, when the draft comes anew from main', async () => {
    const { main, session, list } = await page();
    main.remote = [reader('1', 'Lobby North'), reader('2', 'lobby  north')];
    list.setIssueFilter('any');
    expect(list.state().order).toEqual([]);
    await session.refresh();
    expect(list.state()).toMatchObject({ issueFilter: 'any', order: [0, 1] });
  });
});

it('renames many readers as one step that can be undone', async () => {
  const { actions, names, news } = await page();
  actions.rename([
    { row: 0, name: 'Foyer' },
    { row: 3, name: 'Ramp' },
  ]);
  expect(names()).toEqual(['Foyer', 'Lobby South', 'Roof', 'Ramp']);
  expect(news).toEqual(['2 readers renamed.']);
  actions.undo();
  expect(names()).toEqual(['Lobby North', 'Lobby South', 'Roof', 'Dock']);
});
