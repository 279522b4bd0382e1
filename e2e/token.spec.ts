import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, expect, test } from './fixtures/desk-test.ts';

// In the Chromium host, which can be given a keyring; Electron would use the one of whoever runs this.
const host = 'chromium';

test('the token is in no file, no message to the window and no export', async ({ start, camio }, testInfo) => {
  const keyring = testInfo.outputPath('keyring');
  const userDataDir = testInfo.outputPath('data');
  const app = await start({ host, userDataDir, env: { READER_DESK_HOST_KEYRING: keyring } });
  const { desk } = app;
  const readers = await connect(desk, camio);
  await readers.rename('00124', 'Turnstile 1');
  await expect(desk.saved).toBeVisible();
  const review = await readers.review();
  await review.showWhatWillBeSent();
  await expect(desk.window.getByText('Authorization')).toBeVisible();
  await review.push();
  await expect(desk.stored(5)).toBeVisible();

  for (const format of ['CSV, comma', 'JSON with details', 'JSON for Camio'] as const) {
    await app.nextSaveDialog(join(userDataDir, `export ${format}`));
    const exporting = await (await desk.goToReaders()).export();
    await exporting.choose('The draft', format);
    await exporting.export();
    await expect(exporting.dialog).toBeHidden();
    await expect(desk.window.getByText('Exported 5 readers').first()).toBeVisible();
  }

  const everyCall = await desk.window.evaluate(async () => {
    const { connections, events, draft, practice, app } = window.readerDesk;
    const listed = await connections.list();
    const connectionId = listed.ok ? (listed.value[0]?.id ?? '') : '';
    const answers = await Promise.all([
      connections.check({ connectionId }),
      draft.open({ connectionId }),
      events.history({
        connectionId,
        filter: { text: '', outcome: null, eventType: null, readerId: null, day: null },
        after: null,
      }),
      practice.status(),
      app.info(),
    ]);
    return JSON.stringify([listed, answers, document.documentElement.outerHTML]);
  });
  expect(everyCall).toContain(camio.token.slice(-4));
  expect(everyCall).not.toContain(camio.token);

  await app.close();
  const files = await readdir(userDataDir, { recursive: true, withFileTypes: true });
  expect(files.length).toBeGreaterThan(0);
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    expect((await readFile(path)).includes(camio.token), `${path} holds the token in clear`).toBe(false);
  }
});

test('a token kept in the keyring is there after a restart, and forgotten when asked', async ({
  start,
  camio,
}, testInfo) => {
  const env = { READER_DESK_HOST_KEYRING: testInfo.outputPath('keyring') };
  const first = await start({ host, env });
  await connect(first.desk, camio);
  await expect(first.desk.status).toContainText('Token in system keyring');
  await first.kill();

  const second = await start({ host, env, userDataDir: first.userDataDir });
  const connections = await second.desk.goToConnections();
  await connections.check('Harbor Campus');
  await expect(second.desk.window.getByText(camio.email).first()).toBeVisible();
  await connections.connection('Harbor Campus').getByRole('button', { name: 'Forget token' }).click();
  await second.desk.window.getByRole('alertdialog').getByRole('button', { name: 'Forget token' }).click();
  await expect(connections.connection('Harbor Campus')).toContainText('No token.');
});
