import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { emptyDraft, rebase } from '../../core/draft/draft.ts';
import { DraftSession } from '../draft/draft-session.ts';
import { MainStandIn, reader } from '../testing/fake-main.ts';
import { type PastePlace, PasteSession } from './paste-session.ts';

const onNames: PastePlace = { below: [0, 1, 2], either: 'names' };

/** A paste into a list of three readers, gone through. */
async function pasting(text: string, place = onNames) {
  const main = new MainStandIn();
  main.remote = [reader('00123', 'Lobby'), reader('00124', 'Roof'), reader('00125', 'Dock')];
  main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
  const session = new DraftSession(main.api, 'campus', () => {});
  await session.settled();
  const news: string[] = [];
  const failures: AppError[] = [];
  const undos: (() => void)[] = [];
  const went: number[] = [];
  let ends = 0;
  const paste = new PasteSession(text, {
    session,
    place,
    say: {
      news: (said, action) => {
        news.push(said);
        if (action) undos.push(action.run);
      },
      failure: (error) => void failures.push(error),
    },
    undo: () => void session.dispatch({ kind: 'undo' }),
    goTo: (row) => void went.push(row),
    onEnd: () => {
      ends += 1;
    },
  });
  await planned(paste);
  const names = () => {
    const state = session.state();
    return state.kind === 'open' ? [...state.draft.rows].map(({ mine }) => mine?.name ?? null) : [];
  };
  return { paste, session, news, failures, undos, went, names, ends: () => ends };
}

/** Waits until the rows were gone through, or the paste is over. */
async function planned(paste: PasteSession): Promise<void> {
  while (paste.state().isPlanning) await new Promise((resolve) => setTimeout(resolve));
}

const manyRows = ['00123', '00124', '00125', '1', '2', '3'].map((id) => `${id}\tDoor ${id}\n`).join('');

describe('a few clear rows', () => {
  it('are pasted at once, as one step that the message offers to undo', async () => {
    const { paste, news, undos, went, names, ends } = await pasting('Name\nAtrium\nHatch\n');
    expect(names()).toEqual(['Atrium', 'Hatch', 'Dock']);
    expect(news).toEqual(['Pasted: 2 renamed. The first row (“Name”) was taken for the columns’ names.']);
    expect([went, ends(), paste.state().isAsking]).toEqual([[0], 1, false]);
    undos[0]?.();
    expect(names()).toEqual(['Lobby', 'Roof', 'Dock']);
  });

  it('that the list has already change nothing and say so', async () => {
    const { news, names, ends } = await pasting('00123\tLobby\n');
    expect([news, names()[0], ends()]).toEqual([['Nothing to paste: the list has all of it already.'], 'Lobby', 1]);
  });
});

describe('more than a few rows', () => {
  it('wait until the person has seen what they would do', async () => {
    const { paste, news, names, ends } = await pasting(manyRows);
    expect(paste.state().isAsking).toBe(true);
    expect(names()).toEqual(['Lobby', 'Roof', 'Dock']);
    paste.apply();
    expect(names()).toEqual(['Door 00123', 'Door 00124', 'Door 00125', 'Door 1', 'Door 2', 'Door 3']);
    expect([news, ends()]).toEqual([['Pasted: 3 renamed, 3 added.'], 1]);
  });

  it('change nothing where the person cancels', async () => {
    const { paste, names, ends } = await pasting(manyRows);
    paste.cancel();
    expect([names(), ends()]).toEqual([['Lobby', 'Roof', 'Dock'], 1]);
  });

  it('are not pasted into a list that changed meanwhile', async () => {
    const { paste, session, failures, names } = await pasting(manyRows);
    session.dispatch({ kind: 'rename', names: [{ row: 0, name: 'Hall' }] });
    paste.apply();
    expect(failures).toMatchObject([{ code: 'draft-out-of-step' }]);
    expect(names()).toEqual(['Hall', 'Roof', 'Dock']);
  });
});

describe('rows with something to decide', () => {
  it('ask, however few they are, and follow the decision', async () => {
    const { paste, names } = await pasting('124\tHatch\n');
    expect(paste.state()).toMatchObject({ isAsking: true, plan: { changes: [], doubtful: [{ known: '00124' }] } });
    paste.setDoubts('use known');
    paste.apply();
    expect(names()[1]).toBe('Roof');
    await planned(paste);
    paste.apply();
    expect(names()).toEqual(['Lobby', 'Hatch', 'Dock']);
  });

  it('are refused with a reason where they are no rows of readers', async () => {
    const { failures, ends } = await pasting('1\t2\t3\n');
    expect([failures.map(({ code }) => code), ends()]).toEqual([['invalid-input'], 1]);
    expect(failures[0]?.message).toContain('3 columns');
  });
});
