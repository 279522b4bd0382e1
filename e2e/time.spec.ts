import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import type { Desk } from './pages/desk.ts';
import type { TestEventsPage } from './pages/test-events-page.ts';

/** Puts the site into a time zone and composes an event there that lacks nothing but a time. */
async function composeIn(desk: Desk, timeZone: string): Promise<TestEventsPage> {
  await (await desk.goToConnections()).setTimeZone(connectionName, timeZone);
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await expect(events.timeZone).toHaveValue(timeZone);
  return events;
}

const zones = [
  {
    zone: 'Europe/Berlin',
    never: ['2026-03-29T02:30', 'the clocks went from 02:00 straight to 03:00'],
    twice: '2025-10-26T02:30',
    earlier: '2025-10-26T00:30:00.000Z',
    later: '2025-10-26T01:30:00.000Z',
  },
  {
    zone: 'America/New_York',
    never: ['2026-03-08T02:15', 'the clocks went from 02:00 straight to 03:00'],
    twice: '2025-11-02T01:15',
    earlier: '2025-11-02T05:15:00.000Z',
    later: '2025-11-02T06:15:00.000Z',
  },
  {
    // Half an hour only.
    zone: 'Australia/Lord_Howe',
    never: ['2025-10-05T02:10', 'the clocks went from 02:00 straight to 02:30'],
    twice: '2026-04-05T01:45',
    earlier: '2026-04-04T14:45:00.000Z',
    later: '2026-04-04T15:15:00.000Z',
  },
] as const;

for (const { zone, never, twice, earlier, later } of zones) {
  test(`in ${zone} a time the clocks skipped is refused, and of one they repeated it is asked which`, async ({
    connected: { desk },
    camio,
  }) => {
    const events = await composeIn(desk, zone);
    const [skipped, reason] = never;
    await events.chooseTime(skipped);
    await expect(desk.window.getByText(reason).first()).toBeVisible();
    await expect(events.sendButton).toBeDisabled();

    await events.chooseTime(twice);
    await expect(events.sendButton).toBeDisabled();
    await events.whichTime('The first').check();
    await events.send();
    await expect(events.sent('Accepted')).toHaveCount(1);
    expect(camio.calls().at(-1)?.body).toMatchObject({ timestamp: earlier });

    await events.whichTime('The second').check();
    await events.send();
    await expect(events.sent('Accepted')).toHaveCount(2);
    expect(camio.calls().at(-1)?.body).toMatchObject({ timestamp: later });
  });
}

// The window's time zone is its Chromium's own, so these do not share one.
test.use({ ownChromium: true });

test('the time is shown by this computer, by the site and in UTC; the site’s zone outlives a restart', async ({
  start,
  camio,
}) => {
  const env = { TZ: 'Asia/Tokyo' };
  const first = await start({ env });
  await connect(first.desk, camio);
  const events = await composeIn(first.desk, 'America/New_York');
  await events.chooseTime('2026-01-15T20:00');
  await expect(events.timeBy('Site')).toContainText('2026-01-15 20:00:00 UTC-05:00');
  await expect(events.timeBy('This computer')).toContainText('2026-01-16 10:00:00 UTC+09:00');
  await expect(events.timeBy('UTC, as sent')).toContainText('2026-01-16T01:00:00.000Z');
  await first.kill();

  const { desk } = await start({ env, userDataDir: first.userDataDir });
  await (await desk.goToConnections()).replaceToken(connectionName, camio.token);
  await (await desk.goToConnections()).open(connectionName);
  await expect((await desk.goToTestEvents()).timeZone).toHaveValue('America/New_York');
});

test('a clock that differs from Camio’s is said in seconds, and no more once it is right', async ({
  connected: { desk },
  camio,
}) => {
  camio.fault({ kind: 'clock off', aheadMs: -95_000 });
  const connections = await desk.goToConnections();
  await connections.check(connectionName);
  const ahead = /clock is 9[456] seconds ahead of Camio’s/;
  await expect(connections.connection(connectionName).getByText(ahead)).toBeVisible();
  const events = await desk.goToTestEvents();
  await expect(desk.window.getByText(ahead)).toBeVisible();

  camio.fault({ kind: 'clock off', aheadMs: 3_600_000 });
  await events.chooseReader('Loading Dock');
  await events.send();
  await expect(desk.window.getByText(/clock is 3,(599|600|601) seconds behind Camio’s/)).toBeVisible();

  camio.fault();
  await events.send();
  await expect(events.sent('Accepted')).toHaveCount(2);
  await expect(desk.window.getByText(/seconds behind Camio’s/)).toBeHidden();
});

test('a time to come and one long ago warn that no video will match, and can be sent', async ({
  connected: { desk },
}) => {
  const events = await composeIn(desk, 'UTC');
  await events.chooseTime('2999-01-01T12:00');
  await expect(desk.window.getByText(/in the future\. There is no video of it yet/)).toBeVisible();
  await events.chooseTime('2021-11-01T17:30');
  await expect(desk.window.getByText(/days ago\. .* probably none will match/)).toBeVisible();
  await events.send();
  await expect(events.sent('Accepted')).toHaveCount(1);
});
