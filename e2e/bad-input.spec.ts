import type { Fault } from '../core/simulator/faults.ts';
import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';
import { type FailingFolder, makeFailingFolder } from './fixtures/read-only-folder.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

const html = '<!doctype html><title>Sign in</title><h1>Sign in to the proxy</h1>';

test.describe('a list that cannot be read is refused with a sentence and never shown as empty', () => {
  const cases: readonly { what: string; fault: Fault; says: RegExp }[] = [
    { what: 'a wrong token', fault: { kind: 'answer', status: 401 }, says: /does not accept the token/ },
    { what: 'HTML instead of JSON', fault: { kind: 'answer', status: 200, body: html }, says: /could not be read/ },
    { what: 'an empty answer', fault: { kind: 'answer', status: 200 }, says: /could not be read/ },
    { what: '404 on GET', fault: { kind: 'answer', status: 404, method: 'GET' }, says: /does not offer this call/ },
    { what: 'a 20 MB answer', fault: { kind: 'huge body', bytes: 20_000_000 }, says: /larger than .* bytes/ },
  ];
  for (const { what, fault, says } of cases) {
    test(what, async ({ start, camio }) => {
      camio.fault(fault);
      const { desk } = await start();
      const connections = new ConnectionsPage(desk);
      await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
      const readers = await connections.open(connectionName);
      await expect(desk.window.getByText(says).first()).toBeVisible();
      await expect(desk.retryButton).toBeVisible();
      await expect(readers.grid).toBeHidden();
    });
  }

  test('an unreachable host', async ({ start, camio }) => {
    const { desk } = await start();
    const connections = new ConnectionsPage(desk);
    await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
    await camio.close();
    await connections.open(connectionName);
    await expect(desk.window.getByText(/could not be reached/).first()).toBeVisible();
    await expect(desk.retryButton).toBeVisible();
  });
});

test.describe('a push that fails keeps the draft and says what happened', () => {
  test('422 with a message', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ kind: 'answer', method: 'POST', status: 422, body: 'device_name of 00124 is <b>taken</b>' });
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByText('device_name of 00124 is <b>taken</b>')).toBeVisible();
    await expect((await desk.goToReaders()).row('00124')).toContainText('Turnstile 1');
    expect(camio.names()).not.toContain('Turnstile 1');
  });

  test('a redirect on the POST is not followed and the token goes nowhere else', async ({ connected, camio }) => {
    const elsewhere = await startFakeCamio();
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.fault({ kind: 'answer', method: 'POST', status: 302, headers: { location: `${elsewhere.baseUrl}/devices` } });
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByText(`${elsewhere.baseUrl}/devices`).first()).toBeVisible();
    expect(elsewhere.requests()).toEqual([]);
    await expect((await desk.goToReaders()).row('00124')).toContainText('Turnstile 1');
    await elsewhere.close();
  });

  test('the remote list moved: nothing is sent', async ({ connected, camio }) => {
    const { desk, readers } = connected;
    await readers.rename('00124', 'Turnstile 1');
    camio.renameBehindTheScenes('00123', 'Lobby North (gateway)');
    const review = await readers.review();
    await review.push();
    await expect(desk.window.getByRole('button', { name: 'Use merged list' })).toBeVisible();
    expect(camio.calls().filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

test('a base URL without scheme is refused where it is typed, and what was typed stays', async ({ start }) => {
  const { desk } = await start();
  const connections = new ConnectionsPage(desk);
  await connections.startAdding();
  await connections.fill({ name: connectionName, baseUrl: 'camio.com/api/integrations/pacs', token: 'abc' });
  await connections.save();
  await expect(desk.window.getByText(/https:\/\/camio\.com\/api\/integrations\/pacs/).first()).toBeVisible();
  await expect(desk.window.getByRole('textbox', { name: 'API base URL' })).toHaveValue(
    'camio.com/api/integrations/pacs',
  );
});

test.describe('a list Camio could not keep apart is not pushed', () => {
  test('an id with control characters', async ({ connected, camio }) => {
    await connected.readers.addReader('door\u0007bell', 'Doorbell');
    await connected.readers.review();
    await expect(connected.desk.window.getByText(/control character/).first()).toBeVisible();
    await expect(connected.desk.window.getByRole('button', { name: 'Push to Camio' })).toBeDisabled();
    expect(camio.calls().filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('two readers with one id', async ({ connected, camio }) => {
    await connected.readers.addDuplicate('00123', 'Lobby North again');
    await connected.readers.review();
    await expect(connected.desk.window.getByText(/readers have the ID "00123"/).first()).toBeVisible();
    await expect(connected.desk.window.getByRole('button', { name: 'Push to Camio' })).toBeDisabled();
    expect(camio.calls().filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

const diskTest = test.extend<{ folder: FailingFolder }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  folder: async ({}, use) => {
    test.skip(process.platform === 'win32', 'Windows has no way to take a folder away from its owner alike.');
    const folder = await makeFailingFolder();
    await use(folder);
    await folder.remove();
  },
});

diskTest(
  'a read-only disk: the edit is refused out loud, never called saved, and quitting asks before it is lost',
  async ({ folder, start, camio }) => {
    const first = await start({ userDataDir: folder.path });
    await connect(first.desk, camio);
    await first.close();
    folder.makeReadOnly();

    const second = await start({ userDataDir: folder.path });
    const readers = await new ConnectionsPage(second.desk).open(connectionName);
    await readers.rename('00124', 'Turnstile 1');
    await expect(second.desk.window.getByText(/read-only|cannot be written/i).first()).toBeVisible();
    await expect(second.desk.saved).toBeHidden();

    await second.nextMessageBox('Keep open');
    await second.quit();
    await expect
      .poll(() => second.messageBoxes())
      .toEqual([expect.stringMatching(/^1 edit is not saved\n.*read-only/s)]);
    await expect(readers.row('00124')).toContainText('Turnstile 1');
    // What is half typed is an edit too; leaving saves both once the disk can be written.
    folder.makeWritable();
    await readers.typeName('00125', 'Garage');
    await second.close();

    const third = await start({ userDataDir: folder.path });
    const reopened = await new ConnectionsPage(third.desk).open(connectionName);
    await expect(reopened.row('00124')).toContainText('Turnstile 1');
    await expect(reopened.row('00125')).toContainText('Garage');
  },
);
