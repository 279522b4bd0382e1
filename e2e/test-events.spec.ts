import { connectionName, expect, test } from './fixtures/desk-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test('an event needs at least one of type, labels and actor; a sent one is repeated as a linked record', async ({
  start,
  connected,
  camio,
}) => {
  const { desk } = connected;
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await events.removeEveryLabel();
  await expect(desk.window.getByText(/at least one of event type, labels, actor ID and actor name/)).toBeVisible();
  await expect(events.sendButton).toBeDisabled();

  await events.chooseEventType('Entry ajar');
  await events.send();
  await expect(events.sentEvents.getByRole('row')).toHaveCount(2);
  const body = { device_id: '00126', event_type: 'entry ajar' };
  expect(camio.calls().at(-1)?.body).toMatchObject(body);
  expect(camio.calls().at(-1)?.body).not.toHaveProperty('labels');
  const first = camio.requests().at(-1)?.body;

  await events.sendAgain('Loading Dock', { exactly: true });
  await expect(events.sentEvents.getByText('Accepted')).toHaveCount(2);
  expect(camio.requests().at(-1)?.body).toBe(first);
  await connected.kill();

  const again = await start({ userDataDir: connected.userDataDir });
  await new ConnectionsPage(again.desk).open(connectionName);
  const history = await again.desk.goToTestEvents();
  await expect(history.sentEvents.getByText('Accepted')).toHaveCount(2);
});

test('an event that is refused says why, and one that got no answer is not called sent', async ({
  connected,
  camio,
}) => {
  const { desk } = connected;
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  camio.fault({ kind: 'answer', call: 'webhooks', status: 422, body: 'device_id is not known' });
  await events.send();
  await expect(events.sentEvents.getByText('Refused')).toBeVisible();
  await expect(desk.window.getByText('device_id is not known').first()).toBeVisible();

  camio.fault({ kind: 'reset', call: 'webhooks', commit: true });
  await events.send();
  await expect(events.sentEvents.getByText('Unknown')).toBeVisible();
  expect(camio.calls().filter(({ path }) => path.endsWith('/webhooks'))).toHaveLength(2);
});
