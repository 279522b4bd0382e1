import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Events } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { Unsaved } from '../../core/unsaved.ts';
import { DraftSession } from '../draft/draft-session.ts';
import { MainStandIn } from '../testing/fake-main.ts';
import { ConnectionSessions, forgetConnection, settleConnections } from './connection-sessions.ts';
import { settleWhenAsked } from './settle-when-asked.ts';

const rename = (name: string) => ({ kind: 'rename', names: [{ row: 0, name }] }) as const;

async function openDraft() {
  const main = new MainStandIn();
  forgetConnection('campus');
  const sessions = new ConnectionSessions((connectionId) => new DraftSession(main.api, connectionId, () => {}));
  const session = sessions.of('campus');
  await vi.waitFor(() =>
    expect(session.state()).toMatchObject({ kind: 'open', draft: { baseReadAt: expect.anything() } }),
  );
  await session.settled();
  return { main, session };
}

/** The window's side of being closed, asked once. */
function ask() {
  const answers: { readonly request: number; readonly unsaved: readonly Unsaved[] }[] = [];
  let tell: (payload: Events['settle']) => void = () => {};
  settleWhenAsked({
    on: {
      settle: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    app: {
      settled: async (answer) => {
        answers.push(answer);
        return ok(undefined);
      },
    },
  });
  tell({ request: 7 });
  return answers;
}

it('answers with nothing once all edits are on disk', async () => {
  const { main, session } = await openDraft();
  session.dispatch(rename('Atrium'));
  const answers = ask();
  await vi.waitFor(() => expect(answers).toEqual([{ request: 7, unsaved: [] }]));
  expect(main.applied).toHaveLength(1);
});

it('takes over what is half typed, and gives the focus back', async () => {
  const { main, session } = await openDraft();
  render(<input aria-label="Name" onBlur={() => session.dispatch(rename('Half typed'))} />);
  screen.getByRole('textbox').focus();
  const answers = ask();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  expect(main.applied).toEqual([rename('Half typed')]);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

it('tries again what could not be saved, and says how much still cannot and why', async () => {
  const { main, session } = await openDraft();
  main.applyFault = 'disk full';
  session.dispatch(rename('Atrium'));
  session.dispatch(rename('Foyer'));
  await session.settled();
  const unsaved = { connectionId: 'campus', of: 'draft', edits: 2, reason: 'The disk is full. Free some space.' };
  expect(await settleConnections(1_000)).toEqual([unsaved]);
  main.applyFault = 'none';
  expect(await settleConnections(1_000)).toEqual([]);
  expect(main.applied).toHaveLength(2);
});

it('waits no longer than it may for what is still being saved', async () => {
  const { main, session } = await openDraft();
  const { apply } = main.api.draft;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.spyOn(main.api.draft, 'apply').mockImplementation(async (input) => {
    await released;
    return apply(input);
  });
  session.dispatch(rename('Atrium'));
  expect(await settleConnections(20)).toEqual([{ connectionId: 'campus', of: 'draft', edits: 1, reason: null }]);
  release();
  await session.settled();
});
