import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import { seedEarlierHistory } from './fixtures/seed-history.ts';

test('the history is filtered by words, outcome, reader and day, and exported as shown', async ({
  connected,
  camio,
}) => {
  const { desk, userDataDir } = connected;
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await events.choosePreset('Forced open');
  await events.send();
  await expect(events.sent('Forced open')).toHaveCount(1);
  await events.chooseReader('Roof Hatch');
  await events.send();
  await expect(events.sent('Roof Hatch')).toHaveCount(1);
  camio.fault({ kind: 'answer', call: 'webhooks', status: 422, body: 'device_id is not known' });
  await events.choosePreset('Entry ajar');
  await events.send();
  await expect(events.sent('Refused')).toHaveCount(1);

  await events.filterHistory('dock FORCED');
  await expect(desk.window.getByText('1 of 3 events shown')).toBeVisible();
  await expect(events.sent('Loading Dock')).toHaveCount(1);
  await events.clearFilter();
  await events.showSentFor('Roof Hatch');
  await expect(desk.window.getByText('2 of 3 events shown')).toBeVisible();
  await events.showOutcome('Refused');
  await expect(events.sent('Roof Hatch')).toHaveCount(1);

  const path = join(userDataDir, 'shown.csv');
  await connected.nextSaveDialog(path);
  await events.exportHistory('CSV');
  await expect(desk.window.getByText(`Exported 1 event to ${path}.`)).toBeVisible();
  const [head, ...rows] = (await readFile(path, 'utf8')).trim().split('\r\n');
  expect(head).toContain('sent_at_utc,event_time_utc,device_id');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/,00127,Roof Hatch,entry ajar,.*,refused,422,/);

  await events.clearFilter();
  await events.showDay('2021-11-01');
  await expect(desk.window.getByText('0 of 3 events shown')).toBeVisible();
  const history = await desk.goToHistory();
  await expect(history.desk.window.getByText('Sent events as CSV: 1 row')).toBeVisible();
});

test('what was posted and what came back is a press away', async ({ connected: { desk } }) => {
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await events.send();
  await events
    .sent('Loading Dock')
    .getByRole('button', { name: /^Details of the event/ })
    .click();
  const details = desk.window.getByRole('dialog', { name: 'Sent event' });
  await expect(details.getByText('"device_id": "00126"')).toBeVisible();
  await expect(details.getByText(/^status 200 in/)).toBeVisible();
  await desk.window.keyboard.press('Escape');
  await expect(details).toBeHidden();
});

test('an event that was accepted is sent again only after asking; one that was refused at once', async ({
  connected: { desk },
  camio,
}) => {
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  camio.fault({ kind: 'answer', call: 'webhooks', status: 422, times: 1 });
  await events.send();
  await events.sent('Refused').getByRole('button', { name: 'Send again' }).click();
  await expect(events.sent('Accepted')).toHaveCount(1);

  const posts = camio.calls().length;
  await events.sent('Accepted').getByRole('button', { name: 'Send again' }).click();
  await desk.window.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  expect(camio.calls()).toHaveLength(posts);
  await events.sendAgain('Accepted');
  await expect(events.sent('Accepted')).toHaveCount(2);
});

test('a preset is saved, applied after a restart, renamed and deleted', async ({ connected, start }) => {
  const events = await connected.desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await events.choosePreset('Entry unlocked');
  await connected.desk.window.getByRole('textbox', { name: 'Actor name' }).fill('Night guard');
  await events.saveAsPreset('Night round');
  await connected.kill();

  const { desk } = await start({ userDataDir: connected.userDataDir, args: ['--practice'] });
  const later = await desk.goToTestEvents();
  await later.choosePreset('Night round');
  await expect(desk.window.getByRole('textbox', { name: 'Actor name' })).toHaveValue('Night guard');
  await expect(desk.window.getByRole('combobox', { name: 'Event type' })).toHaveValue('entry unlocked');

  await later.renamePreset('Night round', 'Evening round');
  await later.choosePreset('Evening round');
  await later.deletePreset('Evening round');
  await desk.window.getByRole('button', { name: 'Presets' }).click();
  await expect(desk.window.getByRole('menuitem')).toHaveText([
    'Forced open',
    'Entry unlocked',
    'Entry ajar',
    'Save as a preset…',
    'Manage presets…',
  ]);
});

test('a long history that an earlier version wrote is read, and scrolls to its oldest event', async ({
  start,
  camio,
}) => {
  const first = await start();
  await connect(first.desk, camio);
  await first.kill();
  await seedEarlierHistory(first.userDataDir, 1_000);

  const { desk } = await start({ userDataDir: first.userDataDir });
  const connections = await desk.goToConnections();
  await connections.replaceToken(connectionName, camio.token);
  await connections.open(connectionName);
  const events = await desk.goToTestEvents();
  await expect(desk.window.getByText('1,000 events')).toBeVisible();
  await expect(events.sent('Door 1000')).toBeVisible();
  for (const door of ['Door 801', 'Door 601', 'Door 401', 'Door 201', 'Door 1']) {
    await events.scrollHistory(10_000);
    await expect(events.sentEvents.getByRole('cell', { name: door, exact: true })).toBeInViewport();
  }
});
