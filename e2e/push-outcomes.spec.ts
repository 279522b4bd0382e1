import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ReadersPage } from './pages/readers-page.ts';

const post = { method: 'POST', call: 'devices' } as const;
const get = { method: 'GET', call: 'devices' } as const;

test.describe('an answer to a push that leaves no doubt', () => {
  test('422 naming a reader: the row is marked, and one press leads to it', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ ...post, kind: 'answer', status: 422, body: 'device_name of 00124 is taken' });
    const review = await readers.review();
    await review.push();
    await expect(review.changes.getByRole('row').filter({ hasText: '00124' })).toContainText('Named by Camio');
    await desk.window.getByRole('button', { name: 'Show reader 00124' }).click();
    await expect(desk.heading).toHaveText('Readers');
  });

  test('401 asks for a token in place, keeps the draft, and the next push goes through', async ({
    connected,
    camio,
  }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ ...post, kind: 'answer', status: 401, times: 1 });
    const review = await readers.review();
    await review.push();
    await expect(desk.alerts.filter({ hasText: 'does not accept the token' })).toBeVisible();
    await desk.window.getByRole('button', { name: 'Replace token' }).click();
    await desk.window.getByRole('textbox', { name: 'Token' }).fill(camio.token);
    await desk.window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(review.changes).toBeVisible();
    await review.push();
    await expect(desk.stored(5)).toBeVisible();
    expect(camio.names()).toContain('Turnstile 1');
  });

  test('429 counts down and goes on by itself', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ ...post, kind: 'answer', status: 429, headers: { 'retry-after': '4' }, times: 1 });
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByRole('timer')).toHaveText(/in [1-4] s/);
    await expect(desk.stored(5)).toBeVisible();
    expect(camio.names()).toContain('Turnstile 1');
  });

  test('a 429 that takes long can be cancelled', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    const before = camio.names();
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ ...post, kind: 'answer', status: 429, headers: { 'retry-after': '600' } });
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByRole('timer')).toHaveText(/in \d+ min \d+ s/);
    await desk.window.getByRole('button', { name: 'Cancel' }).click();
    await expect(desk.window.getByText('Push cancelled')).toBeVisible();
    expect(camio.names()).toEqual(before);
  });

  test('a server that lists under the other key: that dialect is offered and used', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.listUnder('devices');
    camio.fault({ ...post, kind: 'ignore other keys', listKey: 'devices' });
    const review = await readers.review();
    await review.push();
    await expect(desk.alerts.filter({ hasText: 'lists its readers under “devices”' })).toBeVisible();
    await desk.window.getByRole('button', { name: 'Use the later dialect' }).click();
    await expect(desk.status).toContainText('later generation');
    await review.push();
    await expect(desk.stored(5)).toBeVisible();
    expect(camio.names()).toContain('Turnstile 1');
  });
});

test.describe('a push whose outcome is not known at once', () => {
  test('is read back with a countdown, can be left, and is settled by reading', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ ...post, kind: 'reset', commit: true }, { ...get, after: 1, kind: 'answer', status: 503 });
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByText('Waiting to read the list back once more.')).toBeVisible();
    await desk.window.getByRole('button', { name: 'Cancel' }).click();
    await expect(desk.window.getByText('It is not known whether Camio stored the list')).toBeVisible();
    camio.fault();
    await desk.window.getByRole('button', { name: 'Read back again' }).click();
    await expect(desk.stored(5)).toBeVisible();
    expect(camio.calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('is found and settled after a crash, and said so', async ({ start, camio }) => {
    // The Chromium host has no keyring, so that the token is gone after the crash.
    const first = await start({ host: 'chromium' });
    const { desk } = first;
    const readers = await connect(desk, camio);
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ ...post, kind: 'hang', commit: true });
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByText(/^Sending 5 readers/)).toBeVisible();
    await expect.poll(() => camio.names()).toContain('Turnstile 1');
    await first.kill();
    camio.fault();

    const again = await start({ host: 'chromium', userDataDir: first.userDataDir });
    await new ConnectionsPage(again.desk).open(connectionName);
    await expect(again.desk.alerts.filter({ hasText: 'A push was under way' })).toBeVisible();
    await again.desk.window.getByRole('button', { name: 'Replace token' }).click();
    await again.desk.window.getByRole('textbox', { name: 'Token' }).fill(camio.token);
    await again.desk.window.getByRole('button', { name: 'Save', exact: true }).click();
    await again.desk.window.getByRole('button', { name: 'Read back again' }).click();
    await expect(again.desk.stored(5)).toBeVisible();
    await expect(again.desk.window.getByText(/This push was begun at/)).toBeVisible();
    await expect(again.desk.status).toContainText('No changes');
    expect(camio.calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

test('a push that ends while another page is in view is told there', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  camio.fault({ ...post, kind: 'hold' });
  const review = await readers.review();
  await review.push();
  await expect(desk.window.getByText(/^Sending 5 readers/)).toBeVisible();
  await desk.goToTestEvents();
  camio.fault();
  await expect(desk.stored(5)).toBeVisible();
  await desk.window.getByRole('button', { name: 'Go to Review' }).click();
  await expect(desk.heading).toHaveText('Review');
});

test('a list that cannot be read: work starts without it, the push asks, and is never called stored', async ({
  start,
  camio,
}) => {
  camio.fault({ ...get, kind: 'answer', status: 405 });
  const { desk } = await start();
  const connections = new ConnectionsPage(desk);
  await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
  await connections.open(connectionName);
  await desk.window.getByRole('button', { name: 'Start without Camio’s list' }).click();
  const readers = new ReadersPage(desk);
  await readers.addReader('00900', 'Gatehouse');
  await readers.addReader('00901', 'Ramp');
  await expect(desk.saved).toBeVisible();
  const review = await readers.review();
  await expect(review.pushButton).toBeDisabled();
  await desk.window.getByRole('textbox', { name: 'Type 2 to confirm' }).fill('2');
  await review.push();
  await expect(desk.window.getByText('Sent, not verified: Camio accepted 2 readers.')).toBeVisible();
  await expect(desk.window.getByText('Camio now holds')).toBeHidden();
  expect(camio.names()).toEqual(['Gatehouse', 'Ramp']);

  const again = await desk.goToReaders();
  await again.rename('00901', 'Ramp East');
  await (await again.review()).summary('0 added, 1 renamed, 0 removed, 1 unchanged').waitFor();
});

test('a push that somebody undoes is said so, and goes back into the draft', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  const review = await readers.review();
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
  camio.renameBehindTheScenes('00124', 'Lobby North Turnstile');
  const again = await desk.goToReaders();
  await again.press('Refresh from Camio');
  const takeover = desk.window.getByRole('region', { name: 'Takeover' });
  await expect(takeover).toContainText(/Your push of .* was undone/);
  await expect(takeover).toContainText('Camio gateway');
  await takeover.getByRole('button', { name: 'Restore to draft' }).click();
  await expect(again.row('00124')).toContainText('Turnstile 1');
  await expect(takeover).toBeHidden();
  await (await again.review()).summary('0 added, 1 renamed, 0 removed, 4 unchanged').waitFor();
});

test('another account than last time: push and events wait until its email is typed', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await expect(desk.status).toContainText(camio.email);
  await readers.rename('00124', 'Turnstile 1');
  camio.becomes('bob@other.example');
  const review = await readers.review();
  await review.push();
  await expect(desk.alerts.filter({ hasText: 'another account than last time' })).toBeVisible();
  await expect(review.pushButton).toBeDisabled();
  expect(camio.calls().filter(({ method }) => method === 'POST')).toEqual([]);

  const events = await desk.goToTestEvents();
  await expect(events.sendButton).toBeDisabled();
  await desk.goToReview();
  await desk.window.getByRole('textbox', { name: 'Type bob@other.example to confirm' }).fill('bob@other.example');
  await desk.window.getByRole('button', { name: 'Confirm account' }).click();
  await expect(desk.status).toContainText('bob@other.example');
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
});
