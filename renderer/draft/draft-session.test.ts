import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { type Draft, type DraftAction, draftReaders, emptyDraft, rebase } from '../../core/draft/draft.ts';
import { noChanges } from '../../core/readers/change.ts';
import { fail, ok } from '../../core/result.ts';
import { diskFull, MainStandIn, offline, outOfStep, reader } from '../testing/fake-main.ts';
import { type DraftApi, DraftSession } from './draft-session.ts';

const rename = (row: number, name: string): DraftAction => ({ kind: 'rename', names: [{ row, name }] });
const add = (id: string): DraftAction => ({ kind: 'add', readers: [reader(id, `Reader ${id}`)] });

function begin(main: MainStandIn): { session: DraftSession; reported: AppError[] } {
  const reported: AppError[] = [];
  return { session: new DraftSession(main.api, 'campus', (error) => reported.push(error)), reported };
}

/** A session whose list has been read. */
async function opened(main = new MainStandIn()) {
  main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
  const begun = begin(main);
  await begun.session.settled();
  return { main, ...begun };
}

function openState(session: DraftSession) {
  const state = session.state();
  if (state.kind !== 'open') throw new Error(`The session is ${state.kind}.`);
  return state;
}

const names = (draft: Draft) => draftReaders(draft).map(({ name }) => name);

describe('saving', () => {
  it('shows an action at once and says saved only when main has it', async () => {
    const { main, session } = await opened();
    session.dispatch(rename(0, 'Lobby North'));
    expect(names(openState(session).draft)).toEqual(['Lobby North', 'Roof']);
    expect(openState(session).save).toEqual({ kind: 'saving' });
    expect(main.applied).toEqual([]);
    expect(await session.settled()).toEqual({ kind: 'saved' });
    expect(names(main.draft)).toEqual(['Lobby North', 'Roof']);
  });

  it('that breaks off inside the window says so, and goes on with the next try', async () => {
    const { main, session } = await opened();
    let bugs = 1;
    const end = session.subscribe(() => {
      const state = session.state();
      const isSaved = state.kind === 'open' && state.save.kind === 'saved';
      if (isSaved && bugs-- > 0) throw new Error('a bug in a listener');
    });
    session.dispatch(rename(0, 'A'));
    await session.settled();
    expect(openState(session).save).toMatchObject({
      kind: 'failed',
      error: { message: expect.stringMatching(/failed inside/) },
    });
    session.dispatch(rename(0, 'B'));
    expect(await session.settled()).toEqual({ kind: 'saved' });
    expect(names(main.draft)).toEqual(['B', 'Roof']);
    end();
  });

  it('sends actions in their order', async () => {
    const { main, session } = await opened();
    const actions = [rename(0, 'A'), add('3'), rename(2, 'B'), { kind: 'undo' } as const, rename(1, 'C')];
    for (const action of actions) session.dispatch(action);
    await session.settled();
    expect(main.applied).toEqual(actions);
    expect(main.draft.rows).toEqual(openState(session).draft.rows);
  });

  it('answers a refused action without sending it', async () => {
    const { main, session } = await opened();
    expect(session.dispatch({ kind: 'set id', row: 0, id: '9' })).toEqual(
      fail({ code: 'id is fixed', row: 0, id: '1' }),
    );
    await session.settled();
    expect(main.applied).toEqual([]);
  });

  it('keeps what could not be saved, says so, and saves it in order on retry', async () => {
    const { main, session } = await opened();
    main.applyFault = 'disk full';
    session.dispatch(rename(0, 'A'));
    session.dispatch(rename(1, 'B'));
    expect(await session.settled()).toEqual({ kind: 'failed', error: diskFull, unsaved: 2 });
    expect(names(openState(session).draft)).toEqual(['A', 'B']);
    main.applyFault = 'none';
    await session.retry();
    expect(openState(session).save).toEqual({ kind: 'saved' });
    expect(names(main.draft)).toEqual(['A', 'B']);
  });

  it('does not say saving or saved between a failure and the success of all that was kept', async () => {
    const { main, session } = await opened();
    main.applyFault = 'disk full';
    session.dispatch(rename(0, 'A'));
    await session.settled();
    const seen = new Set<string>();
    session.subscribe(() => seen.add(openState(session).save.kind));
    session.dispatch(rename(1, 'B'));
    await session.settled();
    expect([...seen]).toEqual(['failed']);
    main.applyFault = 'none';
    session.dispatch(add('3'));
    expect(await session.settled()).toEqual({ kind: 'saved' });
    expect(names(main.draft)).toEqual(['A', 'B', 'Reader 3']);
  });

  it('does not do an action twice when only the answer to it was lost', async () => {
    const { main, session, reported } = await opened();
    main.applyFault = 'answer lost';
    session.dispatch(add('3'));
    session.dispatch(rename(2, 'Gate'));
    expect((await session.settled()).kind).toBe('failed');
    main.applyFault = 'none';
    await session.retry();
    expect(openState(session).save).toEqual({ kind: 'saved' });
    expect(names(main.draft)).toEqual(['Lobby', 'Roof', 'Gate']);
    expect(names(openState(session).draft)).toEqual(['Lobby', 'Roof', 'Gate']);
    expect(main.applied.map(({ kind }) => kind)).toEqual(['add', 'rename']);
    expect(reported).toEqual([]);
  });

  describe('an action as long as the list', () => {
    const campus = Array.from({ length: 10_000 }, (_, at) => reader(`${at}`, `Door ${at}`));
    const renameAll: DraftAction = {
      kind: 'rename',
      names: campus.map(({ name }, row) => ({ row, name: `${name} B` })),
    };
    const openedCampus = () => {
      const main = new MainStandIn();
      main.remote = campus;
      return opened(main);
    };

    it('is applied at once, sent in parts with others in between, and is one step for main', async () => {
      const { main, session } = await openedCampus();
      const saves: string[] = [];
      main.partArrived = (at) => {
        saves.push(openState(session).save.kind);
        // The person goes on working.
        if (at === 1) session.dispatch(rename(7, 'Gate'));
      };
      session.dispatch(renameAll);
      expect(names(openState(session).draft)[9_999]).toBe('Door 9999 B');
      expect(await session.settled()).toEqual({ kind: 'saved' });
      expect(saves).toEqual(['saving', 'saving', 'saving']);
      expect(main.applied).toEqual([renameAll, rename(7, 'Gate')]);
      expect(main.draft.rows).toEqual(openState(session).draft.rows);
      session.dispatch({ kind: 'undo' });
      session.dispatch({ kind: 'undo' });
      await session.settled();
      expect(draftReaders(main.draft)).toEqual(campus);
    });

    it('is sent from its first part again where it broke off half-way', async () => {
      const { main, session } = await openedCampus();
      main.partArrived = (at) => {
        if (at === 1) throw new Error('The channel closed.');
      };
      session.dispatch(renameAll);
      expect(await session.settled()).toMatchObject({ kind: 'failed', unsaved: 1 });
      expect(main.applied).toEqual([]);
      main.partArrived = () => {};
      await session.retry();
      expect(openState(session).save).toEqual({ kind: 'saved' });
      expect(main.applied).toEqual([renameAll]);
    });

    it('is not done twice when only the answer to its last part was lost', async () => {
      const { main, session } = await openedCampus();
      main.applyFault = 'answer lost';
      session.dispatch(renameAll);
      expect((await session.settled()).kind).toBe('failed');
      main.applyFault = 'none';
      await session.retry();
      expect(openState(session).save).toEqual({ kind: 'saved' });
      expect(main.applied).toEqual([renameAll]);
      expect(names(openState(session).draft)).toEqual(names(main.draft));
    });
  });

  it('stops instead of going round for ever when main stays out of step', async () => {
    const { main, session } = await opened();
    const api: DraftApi = { ...main.api, draft: { ...main.api.draft, apply: async () => fail(outOfStep) } };
    const stuck = new DraftSession(api, 'campus', () => {});
    await stuck.settled();
    stuck.dispatch(rename(0, 'A'));
    expect(await stuck.settled()).toEqual({ kind: 'failed', error: outOfStep, unsaved: 1 });
    session.close();
  });
});

describe('reading from Camio', () => {
  it('reads a list that was never read', async () => {
    const { session } = begin(new MainStandIn());
    await session.settled();
    await session.settled();
    expect(names(openState(session).draft)).toEqual(['Lobby', 'Roof']);
    expect(openState(session)).toMatchObject({ reading: false, readError: null });
  });

  it('keeps the reason where the first reading fails, and reads again when asked', async () => {
    const main = new MainStandIn();
    main.refreshFault = offline;
    const { session } = begin(main);
    await session.settled();
    await session.settled();
    expect(openState(session)).toMatchObject({ reading: false, readError: offline });
    main.refreshFault = null;
    await session.refresh();
    expect(openState(session)).toMatchObject({ reading: false, readError: null });
    expect(names(openState(session).draft)).toEqual(['Lobby', 'Roof']);
  });

  it('keeps edits made meanwhile, on the rows they were made for', async () => {
    const { main, session } = await opened();
    main.remote = [reader('1', 'Lobby'), reader('2', 'Roof'), reader('3', 'Dock')];
    main.beforeAdopting = () => {
      session.dispatch(add('4'));
      session.dispatch(rename(2, 'Mine'));
      session.dispatch(rename(0, 'Hall'));
    };
    await session.refresh();
    expect(openState(session).save).toEqual({ kind: 'saved' });
    expect(names(main.draft)).toEqual(['Hall', 'Roof', 'Dock', 'Mine']);
    expect(names(openState(session).draft)).toEqual(['Hall', 'Roof', 'Dock', 'Mine']);
  });

  it('says which edits could not be kept because their reader is gone', async () => {
    const { main, session, reported } = await opened();
    main.remote = [reader('2', 'Roof')];
    main.beforeAdopting = () => session.dispatch(rename(0, 'Hall'));
    await session.refresh();
    expect(names(openState(session).draft)).toEqual(['Roof']);
    expect(reported[0]?.message).toContain('1 change could not be kept');
  });
});

describe('opening', () => {
  it('passes on what opening found out', async () => {
    const main = new MainStandIn();
    main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
    main.notices.push(diskFull);
    const { session, reported } = begin(main);
    await session.settled();
    expect(reported).toEqual([diskFull]);
  });

  it('puts a draft of many parts together in their order, several of them on their way at a time', async () => {
    const main = new MainStandIn();
    main.remote = Array.from({ length: 30_000 }, (_, at) => reader(`${at}`, `Door ${at}`));
    const answers: (() => void)[] = [];
    let mostWaiting = 0;
    const { more } = main.api.draft;
    const api: DraftApi = {
      ...main.api,
      draft: {
        ...main.api.draft,
        async more(input) {
          const part = await more(input);
          await new Promise<void>((answer) => answers.push(answer));
          return part;
        },
      },
    };
    main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
    const session = new DraftSession(api, 'campus', () => {});
    while (session.state().kind === 'opening') {
      await new Promise((turn) => setTimeout(turn));
      mostWaiting = Math.max(mostWaiting, answers.length);
      // What was asked for last is answered first.
      answers.pop()?.();
    }
    expect(mostWaiting).toBeGreaterThan(1);
    expect(draftReaders(openState(session).draft)).toEqual(main.remote);
  });

  it('says why a draft cannot be opened, and opens it on retry', async () => {
    const main = new MainStandIn();
    main.openFault = diskFull;
    const { session } = begin(main);
    await session.settled();
    expect(session.state()).toEqual({ kind: 'failed', error: diskFull });
    main.openFault = null;
    await session.retry();
    expect(names(openState(session).draft)).toEqual(['Lobby', 'Roof']);
  });

  it('stands on the pushed list after a push was stored', async () => {
    const { main, session } = await opened();
    session.dispatch(rename(0, 'A'));
    await session.settled();
    let replaced = 0;
    session.onEdits((_, edits) => {
      if (edits === null) replaced += 1;
    });
    main.pushed('another connection');
    main.pushed('campus');
    await session.settled();
    expect(replaced).toBe(1);
    expect(openState(session).draft.counts).toEqual({ ...noChanges, unchanged: 2 });
  });
});

describe('a list that moved', () => {
  const foyer = [reader('1', 'Foyer'), reader('2', 'Roof')];

  it('is known from the background, from a push that was held, and no more once it moved back', async () => {
    const { main, session } = await opened();
    expect(openState(session).moved).toBeNull();
    main.moved('another connection', foyer);
    expect(openState(session).moved).toBeNull();
    main.moved('campus', foyer);
    expect(openState(session).moved).toEqual({ readers: 1, sightings: 1 });
    main.moved('campus', []);
    expect(openState(session).moved).toEqual({ readers: 2, sightings: 2 });
    main.moved('campus', [reader('1', 'Lobby'), reader('2', 'Roof')]);
    expect(openState(session).moved).toBeNull();
  });

  it('is known from the start, where main knew of it or the news came before the draft was open', async () => {
    const main = new MainStandIn();
    main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
    const early = begin(main).session;
    main.moved('campus', foyer);
    await early.settled();
    expect(openState(early).moved).toEqual({ readers: 1, sightings: 1 });
    main.movedBefore = 1;
    const later = begin(main).session;
    await later.settled();
    expect(openState(later).moved).toEqual({ readers: 1, sightings: 1 });
  });

  it('is merged as it was looked over: the draft stands on it, and undo gives the own side back', async () => {
    const { main, session } = await opened();
    session.dispatch(rename(0, 'Entrance'));
    main.moved('campus', foyer);
    const comparison = await session.compare();
    if (!comparison.ok || comparison.value.kind !== 'moved') throw new Error('Nothing moved.');
    const { seq, readAt, merge } = comparison.value;
    expect(merge.clashes.map(({ row }) => row)).toEqual([0]);
    expect((await session.merge({ seq, readAt, choices: [{ row: 0, keep: 'theirs' }] })).ok).toBe(true);
    expect(openState(session)).toMatchObject({ moved: null, save: { kind: 'saved' }, draft: { baseReadAt: readAt } });
    expect(names(openState(session).draft)).toEqual(['Foyer', 'Roof']);
    session.dispatch({ kind: 'undo' });
    expect(names(openState(session).draft)).toEqual(['Entrance', 'Roof']);
    await session.settled();
    expect(names(main.draft)).toEqual(['Entrance', 'Roof']);
  });

  it('is no news any more where comparing finds that it moved back', async () => {
    const { main, session } = await opened();
    main.moved('campus', foyer);
    main.remote = [reader('1', 'Lobby'), reader('2', 'Roof')];
    expect(await session.compare()).toEqual(ok({ kind: 'unmoved' }));
    expect(openState(session).moved).toBeNull();
  });

  it('keeps edits that are not saved, and compares what is', async () => {
    const { main, session } = await opened();
    main.moved('campus', foyer);
    session.dispatch(rename(1, 'Hatch'));
    const comparison = await session.compare();
    expect(comparison).toMatchObject({ value: { seq: openState(session).draft.seq } });
  });
});
