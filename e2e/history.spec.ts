import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

const activityFile = (userDataDir: string) => join(userDataDir, 'activity', 'activity.jsonl');

test('a snapshot is taken, compared and restored into the draft, and the restore is undone', async ({
  connected,
  camio,
}) => {
  const { desk, readers } = connected;
  const history = await desk.goToHistory();
  await expect(desk.heading).toHaveText('History');
  await expect(desk.window.getByText('No snapshots yet')).toBeVisible();
  await history.takeSnapshot();
  await expect(history.snapshot('On demand')).toContainText('5');

  await desk.goToReaders();
  await readers.rename('00124', 'Turnstile 1');
  await readers.delete('00127');
  await (await readers.review()).push();
  await expect(desk.stored(4)).toBeVisible();

  await desk.goToHistory();
  await expect(history.snapshot('Before a push')).toContainText('no changes');
  await history.takeSnapshot();
  await expect(history.snapshot('On demand').first()).toContainText('1 renamed, 1 removed');

  const first = history.snapshot('On demand').last();
  await history.compare(first);
  await expect(history.comparison).toContainText('0 added, 1 renamed, 1 removed, 3 unchanged');
  await expect(history.comparison.getByRole('row').filter({ hasText: '00124' })).toContainText('Turnstile 1');
  await expect(history.comparison.getByRole('row').filter({ hasText: '00127' })).toContainText('not in the list');
  await history.compareWith(/snapshot/);
  await expect(history.comparison).toContainText('0 added, 1 renamed, 1 removed, 3 unchanged');
  await history.closeComparison();

  await history.restore(first);
  await expect(desk.window.getByText(/1 added, 1 renamed. Nothing was sent./)).toBeVisible();
  await expect(desk.status).toContainText('2 changes: 1 added, 1 renamed');
  expect(camio.names()).toEqual(['Lobby North', 'Turnstile 1', 'Turnstile 2', 'Loading Dock']);

  await desk.goToReaders();
  await expect(readers.row('00124')).toContainText('Lobby North Turnstile');
  await expect(readers.row('00127')).toContainText('Roof Hatch');
  await readers.press('Undo');
  await expect(desk.status).toContainText('No changes');
  await readers.press('Redo');
  await (await readers.review()).push();
  await expect(desk.stored(5)).toBeVisible();
  expect(camio.names()).toContain('Roof Hatch');
});

test('a restore survives SIGKILL with its undo', async ({ start, connected }) => {
  const { desk, readers } = connected;
  const history = await desk.goToHistory();
  await history.takeSnapshot();
  await expect(history.snapshot('On demand')).toBeVisible();
  await desk.goToReaders();
  await readers.rename('00124', 'Turnstile 1');
  await expect(desk.saved).toBeVisible();
  await desk.goToHistory();
  await history.restore(history.snapshot('On demand'));
  await expect(desk.status).toContainText('No changes');
  await connected.kill();

  const again = await start({ userDataDir: connected.userDataDir });
  const reopened = await new ConnectionsPage(again.desk).open(connectionName);
  await expect(reopened.row('00124')).toContainText('Lobby North Turnstile');
  await reopened.press('Undo');
  await expect(reopened.row('00124')).toContainText('Turnstile 1');
});

test('a damaged snapshot is said to be damaged and cannot be restored', async ({ start, connected }) => {
  const history = await connected.desk.goToHistory();
  await history.takeSnapshot();
  await expect(history.snapshot('On demand')).toBeVisible();
  await connected.kill();

  const folder = join(connected.userDataDir, 'connections');
  const files = await readdir(folder, { recursive: true });
  const file = join(folder, files.find((name) => name.includes('snapshots') && name.endsWith('.jsonl')) ?? '');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Roof Hatch', 'Roof Catch'));

  const again = await start({ userDataDir: connected.userDataDir });
  await new ConnectionsPage(again.desk).open(connectionName);
  const reopened = await again.desk.goToHistory();
  await expect(reopened.snapshot('Damaged')).toBeVisible();
  await expect(reopened.snapshots.getByRole('button')).toHaveCount(0);
});

test('every act is written down; verify finds a line that was tampered with', async ({ start, connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  await (await readers.review()).push();
  await expect(desk.stored(5)).toBeVisible();

  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await events.send();
  await expect(events.sentEvents).toContainText('Accepted');

  const history = await desk.goToHistory();
  for (const act of [
    /Connection added.*Harbor Campus/,
    /Token set.*Harbor Campus/,
    /List adopted.*5 readers/,
    /Snapshot taken.*Before a push: 5 readers/,
    /Push.*Stored: 1 renamed/,
    /Test event.*Accepted with status \d+: .* at reader 00126/,
  ]) {
    await expect(history.act(act)).toHaveCount(1);
  }
  await history.showActs('Push');
  await expect(history.activity.getByRole('row')).toHaveCount(2);
  await history.showActs('All acts');
  await history.filterActivity('token');
  await expect(history.activity.getByRole('row')).toHaveCount(2);
  await history.filterActivity('');
  await history.verify();
  await expect(desk.window.getByText(/All \d+ lines fit together/)).toBeVisible();
  await connected.kill();

  const file = activityFile(connected.userDataDir);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain(camio.token);
  const push = text.split('\n').findIndex((line) => line.includes('"kind":"push"')) + 1;
  await writeFile(file, text.replace('"renamed":1', '"renamed":0'));
  const again = await start({ userDataDir: connected.userDataDir });
  const reopened = await again.desk.goToHistory();
  await reopened.verify();
  await expect(again.desk.alerts).toContainText(`Line ${push} was changed after it was written`);
});

test('the record of a deleted connection stays, and is exported as it is filtered', async ({ start, camio }) => {
  const app = await start();
  await connect(app.desk, camio);
  const connections = await app.desk.goToConnections();
  await connections.delete(connectionName);
  const history = await app.desk.goToHistory();
  await expect(history.act('Connection deleted')).toContainText(connectionName);

  const csv = join(app.userDataDir, 'activity.csv');
  await history.showActs('Connection deleted');
  await expect(history.activity.getByRole('row')).toHaveCount(2);
  await app.nextSaveDialog(csv);
  await history.exportActivity('Activity as CSV');
  await expect(app.desk.window.getByText('Exported 1 line to')).toBeVisible();
  const [header, deleted, end] = (await readFile(csv, 'utf8')).split('\r\n');
  expect(header).toBe('\uFEFFline,time_utc,act,details,connection,account,user,app_version');
  expect(deleted).toContain(`,Connection deleted,,${connectionName},`);
  expect(end).toBe('');

  const json = join(app.userDataDir, 'activity.json');
  await history.showActs('All acts');
  await app.nextSaveDialog(json);
  await history.exportActivity('Activity as JSON');
  await expect(history.act(/Export.*Activity as JSON: \d+ rows/)).toBeVisible();
  const { lines } = JSON.parse(await readFile(json, 'utf8'));
  expect(lines[0]).toMatchObject({ line: 1, entry: { act: { kind: 'connection added' } } });
  expect(lines.at(-1)).toMatchObject({ entry: { act: { kind: 'export', list: 'activity', format: 'csv', rows: 1 } } });
});
