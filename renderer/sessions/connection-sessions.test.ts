import { expect, it } from 'vitest';
import { DraftSession } from '../draft/draft-session.ts';
import { MainStandIn } from '../testing/fake-main.ts';
import { ConnectionSessions, forgetConnection, keptByConnection } from './connection-sessions.ts';

function window() {
  const main = new MainStandIn();
  const sessions = new ConnectionSessions((connectionId) => new DraftSession(main.api, connectionId, () => {}));
  return { main, sessions };
}

/** Opening reads a list that was never read: two calls to main after one another. */
async function readFirst(session: DraftSession): Promise<void> {
  await session.settled();
  await session.settled();
}

it('keeps one session for a connection, and begins it anew after another was opened', async () => {
  const { sessions } = window();
  const first = sessions.of('campus');
  await readFirst(first);
  expect(sessions.of('campus')).toBe(first);
  sessions.of('harbor');
  expect(sessions.of('campus')).not.toBe(first);
});

it('keeps a session with edits that are not saved while another connection is open', async () => {
  const { main, sessions } = window();
  const first = sessions.of('campus');
  await readFirst(first);
  main.applyFault = 'disk full';
  first.dispatch({ kind: 'rename', names: [{ row: 0, name: 'Atrium' }] });
  await first.settled();
  sessions.of('harbor');
  expect(sessions.of('campus')).toBe(first);
});

it('begins anew after the connection was deleted', () => {
  const { sessions } = window();
  const first = sessions.of('practice');
  forgetConnection('practice');
  expect(sessions.of('practice')).not.toBe(first);
});

it('tells whatever else is kept by connection that one was deleted', () => {
  const typed = new Map([['practice', 'Harbor Campus']]);
  keptByConnection({ forget: (connectionId) => void typed.delete(connectionId) });
  forgetConnection('practice');
  expect(typed.size).toBe(0);
});
