import { campusReaders } from '../core/simulator/campus.ts';
import { connect, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';

const odd = [
  { id: 'a-1', name: 'Annex Door' },
  { id: 'a-2', name: 'Annex Door' },
  { id: 'a-3', name: 'annex  door' },
  { id: 'a-4', name: 'Reader 1' },
  { id: 'a-5', name: 'Lоading Ramp Sоuth' },
];

test('what is worth a look is counted, listed by issue, and sent all the same', async ({ start }) => {
  const camio = await startFakeCamio([...campusReaders(30), ...odd]);
  const { desk } = await start();
  const readers = await connect(desk, camio);
  await expect(readers.checks).toContainText('5 readers to look at');
  await readers.listIssue('Duplicate name (2)');
  await expect(readers.row('a-1')).toContainText('Duplicate name');
  await expect(readers.row('a-2')).toBeVisible();
  await expect(readers.row('a-3')).toBeHidden();
  await expect(desk.window.getByText('2 of 35 shown')).toBeVisible();

  await readers.rename('a-2', 'Annex – Gate by the Ramp');
  const review = await readers.review();
  await expect(desk.window.getByText('2 shown, 35 will be sent')).toBeVisible();
  await expect(review.changes).toContainText('Annex – Gate by the Ramp');
  await desk.goToReaders();
  await readers.checks.getByRole('button', { name: 'Show all readers' }).click();
  await expect(desk.window.getByText('of 35 shown')).toBeHidden();
  await expect(readers.checks).toContainText('4 readers to look at');
  await camio.close();
});

test('what can be put right safely is, by choice and in one step; ids are left alone', async ({ start }) => {
  const camio = await startFakeCamio([...campusReaders(30), ...odd, { id: ' b-1', name: ' Bay 1 ' }]);
  const { desk } = await start();
  const readers = await connect(desk, camio);
  await readers.listIssue('Any of these (6)');
  const bulk = await readers.cleanUpNames();
  await expect(bulk.amounts).toContainText('3 readers will be renamed');
  await expect(bulk.newName('a-3')).toContainText('annex door');
  await expect(bulk.newName('a-5')).toContainText('Loading Ramp South');
  await bulk.rename();
  await expect(desk.window.getByText('3 readers renamed.')).toBeVisible();
  await expect(readers.checks).not.toContainText('Look-alike letters');
  const review = await readers.review();
  await expect(review.changes).toContainText('Loading Ramp South');
  await expect(desk.window.getByText('0 added, 3 renamed, 0 removed, 33 unchanged')).toBeVisible();
  await camio.close();
});

test('edits are followed at once', async ({ connected }) => {
  const { readers } = connected;
  await expect(readers.checks).toBeHidden();
  await readers.rename('00124', 'LOBBY NORTH');
  await expect(readers.row('00123')).toContainText('Similar name');
  await expect(readers.checks).toContainText('2 readers to look at');
  await readers.press('Undo');
  await expect(readers.row('00123')).not.toContainText('Similar name');
  await expect(readers.checks).toBeHidden();
});
