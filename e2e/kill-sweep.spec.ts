import type { Fault } from '../core/simulator/faults.ts';
import { connectionName } from './fixtures/desk-test.ts';
import { eventsAt, expect, tenIds, test } from './fixtures/sweep-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test.use({ ownChromium: true });

const webhooks = { method: 'POST', call: 'webhooks' } as const;

interface Moment {
  readonly name: string;
  /** Holds the sweep where it is to be killed. */
  readonly faults: readonly Fault[];
  readonly atOnce: number;
  /** Events that Camio has received by then. */
  readonly received: number;
  /** What the window says by then. */
  readonly state: 'Running' | 'Waiting';
  /** Of those, how many nobody knows the outcome of. */
  readonly unknown: number;
}

const moments: readonly Moment[] = [
  {
    name: 'before Camio has answered to the first',
    faults: [{ ...webhooks, kind: 'hang', commit: false }],
    atOnce: 1,
    received: 1,
    state: 'Running',
    unknown: 1,
  },
  {
    name: 'with the fifth recorded and not answered',
    faults: [{ ...webhooks, kind: 'hang', commit: true, after: 4 }],
    atOnce: 1,
    received: 5,
    state: 'Running',
    unknown: 1,
  },
  {
    name: 'with five on their way at once',
    faults: [{ ...webhooks, kind: 'hang', commit: true, after: 3 }],
    atOnce: 5,
    received: 8,
    state: 'Running',
    unknown: 5,
  },
  {
    name: 'while it waits as Camio asked',
    faults: [{ ...webhooks, kind: 'answer', status: 429, headers: { 'retry-after': '600' }, after: 6 }],
    atOnce: 1,
    received: 7,
    state: 'Waiting',
    unknown: 0,
  },
];

for (const { name, faults, atOnce, received, state, unknown } of moments) {
  test(`a sweep killed ${name} is offered for resuming, and no event is sent twice`, async ({
    start,
    commissioning,
    camio,
  }) => {
    const { sweeps, userDataDir } = commissioning;
    camio.fault(...faults);
    await sweeps.chooseReaders();
    await sweeps.takeReaders('All readers in Camio');
    await sweeps.setEventsAtOnce(atOnce);
    await sweeps.start(10);
    await expect.poll(() => eventsAt(camio).length, { intervals: [5] }).toBe(received);
    await expect(sweeps.state(state)).toBeVisible();
    await commissioning.kill();
    camio.fault();
    const before = eventsAt(camio);

    const again = await start({ userDataDir });
    const connections = new ConnectionsPage(again.desk);
    // Without a keyring the token was kept for the session only.
    await connections.replaceToken(connectionName, camio.token);
    await connections.open(connectionName);
    const resumed = await again.desk.goToCommissioning();
    await expect(resumed.state('Interrupted')).toBeVisible();
    await expect(resumed.sweep).toContainText(`${unknown} unknown`);
    await expect(resumed.sweep).toContainText('events were sent when Reader Desk ended');
    expect(eventsAt(camio)).toEqual(before);

    await resumed.press('Resume');
    await expect(resumed.state('Finished')).toBeVisible();
    await expect(resumed.sweep).toContainText(`${10 - unknown} accepted`);
    await expect(resumed.sweep).toContainText(`${unknown} unknown`);
    // What Camio turned away unrecorded goes once more; nothing else does.
    const taken = eventsAt(camio).filter(({ status }) => status !== 429);
    expect(taken.map(({ id }) => id).sort()).toEqual(tenIds);

    if (unknown === 0) return;
    await resumed.press('Send unknown again');
    await resumed.confirm(`Send ${unknown} real event${unknown === 1 ? '' : 's'}`);
    await expect(resumed.sweep).toContainText('10 accepted');
    expect(eventsAt(camio)).toHaveLength(10 + unknown);
  });
}
