import type { Fault } from '../core/simulator/faults.ts';
import { connectionName, expect, test } from './fixtures/desk-test.ts';
import type { FakeCamio } from './fixtures/fake-camio.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test.use({ ownChromium: true });

const post = { method: 'POST', call: 'devices' } as const;
const get = { method: 'GET', call: 'devices' } as const;
const aMinute = { kind: 'latency', ms: 60_000 } as const;

interface Moment {
  readonly name: string;
  /** Holds the push where it is to be killed. */
  readonly faults: readonly Fault[];
  /** What Camio has received of the push by then. */
  readonly received: readonly string[];
  readonly isStored: boolean;
}

const [read, ask, send] = ['GET devices', 'GET user', 'POST devices'] as const;

const moments: readonly Moment[] = [
  {
    name: 'reading remote',
    faults: [{ ...get, ...aMinute }],
    received: [read],
    isStored: false,
  },
  {
    // The account is the last thing asked: what comes next is comparing, backing up, and the note that a list is sent.
    name: 'backing up',
    faults: [{ ...post, kind: 'hang', commit: false }],
    received: [read, ask],
    isStored: false,
  },
  {
    name: 'sending, before Camio has it',
    faults: [{ ...post, kind: 'hang', commit: false }],
    received: [read, ask, send],
    isStored: false,
  },
  {
    name: 'sending, after Camio has it',
    faults: [{ ...post, ...aMinute }],
    received: [read, ask, send],
    isStored: true,
  },
  {
    name: 'reading back',
    faults: [{ ...get, ...aMinute, after: 1 }],
    received: [read, ask, send, read],
    isStored: true,
  },
];

const callsOf = (camio: FakeCamio) =>
  camio.requests().map(({ method, path }) => `${method} ${path.slice(path.lastIndexOf('/') + 1)}`);

for (const { name, faults, received, isStored } of moments) {
  test(`a push killed while ${name} is told after the restart, and nothing is sent by itself`, async ({
    start,
    connected,
    camio,
  }) => {
    const { desk, readers, userDataDir } = connected;
    const before = camio.names();
    await readers.rename('00124', 'Turnstile 1');
    await expect(desk.saved).toBeVisible();
    const review = await readers.review();
    const soFar = callsOf(camio).length;
    camio.fault(...faults);
    await review.push();
    await expect.poll(() => callsOf(camio).slice(soFar, soFar + received.length), { intervals: [2] }).toEqual(received);
    await connected.kill();
    camio.fault();
    const held = camio.names();
    expect(held).toEqual(isStored ? before.with(1, 'Turnstile 1') : before);
    const posts = callsOf(camio).filter((call) => call === send).length;

    const again = await start({ userDataDir });
    const connections = new ConnectionsPage(again.desk);
    // Without a keyring the token was kept for the session only.
    await connections.replaceToken(connectionName, camio.token);
    const reopened = await connections.open(connectionName);
    await expect(reopened.row('00124')).toContainText('Turnstile 1');
    const { window, status } = again.desk;
    const stored = again.desk.stored(5);
    const notStored = window.getByText('it is still the one from before the push');
    if (isStored) await expect(stored).toBeVisible();
    // Sent and not stored is news. Stopped before that, the draft is all there is, unless the note of sending was written.
    else if (posts > 0) await expect(notStored).toBeVisible();
    else await expect(stored).toBeHidden();
    await expect(status).toContainText(isStored ? 'No changes' : '1 change');
    expect(callsOf(camio).filter((call) => call === send)).toHaveLength(posts);
    expect(camio.names()).toEqual(held);
  });
}
