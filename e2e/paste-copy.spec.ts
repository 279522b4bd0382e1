import { campusReaders } from '../core/simulator/campus.ts';
import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test('two columns rename readers and add others, as one step that is undone by one press', async ({ connected }) => {
  const { desk, readers } = connected;
  await readers.delete('00126');
  await readers.nameCell('00127').click();
  await readers.paste('Reader ID\tReader name\r\n00124\tAtrium\r\n00200\tAnnex\r\n00126\t\r\n00123\tLobby North\r\n');
  await expect(readers.row('00124')).toContainText('Atrium');
  await expect(readers.row('00200')).toContainText('Added');
  await expect(readers.row('00126')).not.toContainText('Removed');
  const message = desk.window
    .getByRole('status')
    .filter({ hasText: 'Pasted: 1 renamed, 1 added, 1 brought back, 1 unchanged.' });
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(readers.row('00200')).toBeHidden();
  await expect(readers.row('00124')).toContainText('Lobby North Turnstile');
  await expect(readers.row('00126')).toContainText('Removed');
});

test('a column of names goes to the readers shown, from the keyboard’s place downward', async ({ connected }) => {
  const { readers } = connected;
  await readers.nameCell('00125').click();
  await readers.paste('Gate 1\n"Gate ""2"""\n');
  await expect(readers.row('00125')).toContainText('Gate 1');
  await expect(readers.row('00126')).toContainText('Gate "2"');
  await expect(readers.row('00127')).toContainText('Roof Hatch');
});

test('what is left out is said row by row, and IDs in doubt wait for a decision', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.nameCell('00123').click();
  const paste = await readers.paste('124\tAtrium\n00125\tDock "A"\n00125\tDock B\n\tNobody\n7.39E+09\tYard\n');
  await expect(paste.counts.first()).toHaveText('1 renamed, 4 left out.');
  await expect(paste.row(1)).toContainText('“124” is not in the list, but “00124” is');
  await expect(paste.row(3)).toContainText('Row 2 has the same ID.');
  await expect(paste.row(4)).toContainText('“Nobody” has no ID.');
  await expectNoFindingsInAnyScheme(desk);
  await paste.takeDoubtfulIds('Take them for the IDs of the list');
  await expect(paste.counts.first()).toHaveText('2 renamed, 3 left out.');
  await paste.paste('2 readers');
  await expect(readers.row('00124')).toContainText('Atrium');
  await expect(readers.row('00125')).toContainText('Dock "A"');
  const review = await readers.review();
  await expect(review.summary('0 added, 2 renamed, 0 removed, 3 unchanged')).toBeVisible();
  expect(camio.calls().some(({ method }) => method === 'POST')).toBe(false);
});

test('many rows are shown first, and nothing happens where the person cancels', async ({ connected }) => {
  const { readers } = connected;
  await readers.nameCell('00123').click();
  const rows = campusReaders(40).map(({ id, name }) => `${id}\t${name}\r\n`);
  const paste = await readers.paste(rows.join(''));
  await expect(paste.counts.first()).toContainText('40 added');
  await paste.cancel();
  await expect(paste.dialog).toBeHidden();
  await expect(readers.grid).toHaveAttribute('aria-rowcount', '6');
  await expect(readers.nameCell('00123')).toBeFocused();
});

test('a field keeps its own paste, and what is no list of readers is refused with the reason', async ({
  connected,
}) => {
  const { desk, readers } = connected;
  await readers.filter.click();
  await readers.paste('00124\tAtrium');
  await expect(readers.filter).toHaveValue(/00124/);
  await readers.filter.fill('');
  await readers.nameCell('00123').click();
  await readers.paste('a\tb\tc\td\te');
  await expect(desk.window.getByRole('alert')).toContainText('The clipboard holds 5 columns.');
});

test('copied readers come back from a spreadsheet without a difference', async ({ start }) => {
  const camio = await startFakeCamio([
    { id: '00123', name: '=HYPERLINK("http://evil.example")' },
    { id: '00124', name: '"Lobby"' },
    { id: '12345678901234567890', name: 'Tür “Süd” 🚪 שלום' },
  ]);
  const { desk } = await start();
  const readers = await connect(desk, camio);
  await readers.select('00123');
  await readers.select('12345678901234567890');
  const copied = await readers.copy();
  expect(copied).toBe('00123\t=HYPERLINK("http://evil.example")\r\n12345678901234567890\tTür “Süd” 🚪 שלום\r\n');
  await expect(desk.window.getByText('2 readers copied')).toBeVisible();
  await readers.nameCell('00124').click();
  await desk.window.keyboard.press('ControlOrMeta+a');
  await readers.paste(await readers.copy());
  await expect(desk.window.getByText('Nothing to paste: the list has all of it already.')).toBeVisible();
  await camio.close();
});

test('IDs pasted into an empty list are its first readers', async ({ start }) => {
  const camio = await startFakeCamio([]);
  const { desk } = await start();
  const connections = new ConnectionsPage(desk);
  await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
  const readers = await connections.open(connectionName);
  await expect(desk.window.getByRole('heading', { name: 'No readers yet' })).toBeVisible();
  await readers.paste('00200\n00201\n');
  await expect(readers.row('00200')).toContainText('Added');
  await expect(readers.row('00201')).toContainText('Added');
  await camio.close();
});
