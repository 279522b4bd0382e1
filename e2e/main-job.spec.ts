import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, expect, test } from './fixtures/desk-test.ts';

test('the main job: connect, edit, review, push, read back, export, send a test event', async ({ start, camio }) => {
  // A server the person agreed to before: the first push to a new one reads the list once more.
  const app = await start({ knownServers: [new URL(camio.baseUrl).origin] });
  const { desk } = app;

  const readers = await connect(desk, camio);
  await readers.rename('00124', 'Lobby North – Turnstile 1');
  await readers.addReader('6F9619FF-8B86', 'Data Center Mantrap');
  await readers.delete('00127');
  await expect(desk.saved).toBeVisible();

  const review = await readers.review();
  await expect(review.summary('1 added, 1 renamed, 1 removed, 3 unchanged')).toBeVisible();
  await review.push();
  await expect(desk.stored(5)).toBeVisible();

  const expected = [
    { device_id: '00123', device_name: 'Lobby North' },
    { device_id: '00124', device_name: 'Lobby North – Turnstile 1' },
    { device_id: '00125', device_name: 'Turnstile 2' },
    { device_id: '00126', device_name: 'Loading Dock' },
    { device_id: '6F9619FF-8B86', device_name: 'Data Center Mantrap' },
  ];
  expect(camio.calls()).toEqual([
    { method: 'GET', path: '/api/integrations/pacs/devices' },
    { method: 'GET', path: '/api/user' },
    { method: 'GET', path: '/api/integrations/pacs/devices' },
    { method: 'GET', path: '/api/user' },
    { method: 'POST', path: '/api/integrations/pacs/devices', body: { readers: expected } },
    { method: 'GET', path: '/api/integrations/pacs/devices' },
  ]);
  expect(camio.requests().every(({ headers }) => headers.authorization === `Bearer ${camio.token}`)).toBe(true);

  const file = join(app.userDataDir, 'exported.csv');
  await app.nextSaveDialog(file);
  const exporting = await (await desk.goToReaders()).export();
  await exporting.choose('The draft', 'CSV, comma');
  await exporting.export();
  await expect(desk.window.getByText('Exported 5 readers')).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe(
    `\uFEFF${['device_id,device_name', ...expected.map((reader) => `${reader.device_id},${reader.device_name}`), ''].join('\r\n')}`,
  );

  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await events.chooseEventType('Forced open');
  await events.send();
  await expect(events.sentEvents.getByRole('row').filter({ hasText: 'Loading Dock' })).toContainText('Accepted');
  const sent = camio.calls().at(-1);
  expect(sent).toMatchObject({
    method: 'POST',
    path: '/api/integrations/pacs/webhooks',
    body: { device_id: '00126', event_type: 'forced open' },
  });
});
