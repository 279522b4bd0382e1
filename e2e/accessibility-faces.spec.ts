import { connectionName, expect, test } from './fixtures/desk-test.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ReadersPage } from './pages/readers-page.ts';

// Faces that only show when something went wrong. The merge view is looked at in merge.spec.ts.

const post = { method: 'POST', call: 'devices' } as const;
const get = { method: 'GET', call: 'devices' } as const;

test('axe finds nothing on a push that settles, nor on one whose outcome is unknown', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  camio.fault({ ...post, kind: 'reset', commit: true }, { ...get, after: 1, kind: 'answer', status: 503 });
  await (await readers.review()).push();
  await expect(desk.window.getByText('Waiting to read the list back once more.')).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await desk.window.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.window.getByRole('button', { name: 'Read back again' })).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
});

test('axe finds nothing where Camio’s list cannot be seen', async ({ start, camio }) => {
  camio.fault({ ...get, kind: 'answer', status: 405 });
  const { desk } = await start();
  const connections = new ConnectionsPage(desk);
  await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
  await connections.open(connectionName);
  await desk.window.getByRole('button', { name: 'Start without Camio’s list' }).click();
  const readers = new ReadersPage(desk);
  await readers.addReader('00900', 'Gatehouse');
  await expectNoFindingsInAnyScheme(desk);
  const review = await readers.review();
  await expect(desk.window.getByRole('textbox', { name: 'Type 1 to confirm' })).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await desk.window.getByRole('textbox', { name: 'Type 1 to confirm' }).fill('1');
  await review.push();
  await expect(desk.window.getByText('Sent, not verified: Camio accepted 1 reader.')).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
});

test('axe finds nothing on a takeover', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  await (await readers.review()).push();
  await expect(desk.stored(5)).toBeVisible();
  camio.renameBehindTheScenes('00124', 'Lobby North Turnstile');
  await (await desk.goToReaders()).press('Refresh from Camio');
  await expect(desk.window.getByRole('region', { name: 'Takeover' })).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
});

test('axe finds nothing where the token leads to another account', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await expect(desk.status).toContainText(camio.email);
  await readers.rename('00124', 'Turnstile 1');
  camio.becomes('bob@other.example');
  await (await readers.review()).push();
  await expect(desk.window.getByRole('textbox', { name: 'Type bob@other.example to confirm' })).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await desk.goToTestEvents();
  await expect(desk.window.getByText('bob@other.example').first()).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
});

test('axe finds nothing on bulk rename, nor on the checks that lead to it', async ({ connected }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'lobby  north');
  await readers.listIssue('Similar name (2)');
  await expectNoFindingsInAnyScheme(desk);
  const bulk = await readers.cleanUpNames();
  await expect(bulk.amounts).toContainText('1 reader will be renamed');
  await expectNoFindingsInAnyScheme(desk);
  await bulk.chooseRule('Build from a template');
  await bulk.fill('Template', '{door}');
  await expect(bulk.dialog).toContainText('There is no field {door}.');
  await expectNoFindingsInAnyScheme(desk);
});
