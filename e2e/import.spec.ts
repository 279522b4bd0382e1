import { writeFile } from 'node:fs/promises';
import { byKeyboard } from './fixtures/by-keyboard.ts';
import { connect, connectionName, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ImportWizard, testFile } from './pages/import-wizard.ts';

test('replacing the list removes what the file does not have, and is undone in one step', async ({ connected }) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('replace.csv'));
  await wizard.compare();
  await expect(wizard.tab(/added/)).toHaveText('1 added');
  await expect(wizard.tab(/renamed/)).toHaveText('1 renamed');
  await wizard.tab(/not in the file/).click();
  await expect(wizard.row('Not in the file', 'Roof Hatch')).toBeVisible();
  await expect(wizard.dialog).toContainText('The 3 readers not in the file stay.');
  await wizard.dialog.getByRole('radio', { name: 'Replace the list' }).check();
  await wizard.next('Apply');
  await expect(wizard.dialog).toContainText('3 readers that are not in the file are removed.');
  await expect(wizard.row('What will change', 'Turnstile 2')).toContainText('Removed');
  await wizard.button('Replace the list: remove 3').click();
  await expect(desk.status).toContainText('5 changes: 1 added, 1 renamed, 3 removed');
  await expect(readers.row('00127')).toContainText('Removed');
  await expect(readers.nameCell('00124')).toContainText('Front Turnstile');

  await desk.window.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(desk.status).toContainText('No changes');
  await readers.press('Redo');
  await expect(desk.status).toContainText('5 changes: 1 added, 1 renamed, 3 removed');
});

test('an import survives a kill with its undo, and is written into the activity log', async ({ start, connected }) => {
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('replace.csv'));
  await wizard.compare();
  await wizard.apply('Import 2 readers');
  const history = await connected.desk.goToHistory();
  await expect(history.act(/replace\.csv/)).toContainText('1 added, 1 renamed');
  await connected.kill();

  const again = await start({ userDataDir: connected.userDataDir });
  const reopened = await new ConnectionsPage(again.desk).open(connectionName);
  await expect(reopened.nameCell('00300')).toHaveText('New Wing');
  await reopened.press('Undo');
  await expect(again.desk.status).toContainText('No changes');
});

test('an ID of two columns and a name of several are joined, and remembered for these columns', async ({
  connected,
}) => {
  const { readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('columns.csv'));
  await wizard.next('Columns');
  await wizard.choose('ID column', 'Panel');
  await wizard.choose('Join ID with', 'Reader');
  await wizard.dialog.getByRole('textbox', { name: 'ID separator' }).fill('/');
  await wizard.choose('Name column', 'Site');
  await wizard.choose('Join Name with', 'Door');
  await wizard.dialog.getByRole('textbox', { name: 'Name separator' }).fill(' – ');
  await expect(wizard.row('Preview', 'P07/02')).toContainText('Harbor – Pier 2');
  // A part that is empty leaves no separator behind.
  await expect(wizard.row('Preview', 'P09/01')).toContainText(/Hill$/);
  await expect(wizard.dialog).toContainText('Ignored: Floor.');
  await wizard.next('Compare');
  await wizard.apply('Import 3 readers');
  await expect(readers.nameCell('P07/01')).toHaveText('Harbor – Pier 1');

  await wizard.open(testFile('columns.csv'));
  await wizard.next('Columns');
  await expect(wizard.dialog).toContainText('Bound as you last bound these columns.');
  await expect(wizard.row('Preview', 'P07/01')).toContainText('Harbor – Pier 1');
  await wizard.next('Compare');
  await expect(wizard.dialog).toContainText('Nothing to change: the list has all of it already.');
});

test('rows with errors are named by line and reason, and left out only when asked to', async ({ connected }) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('errors.csv'));
  await wizard.compare();
  await wizard.tab(/with errors/).click();
  await expect(wizard.row('Errors', 'Nobody')).toContainText('3');
  await expect(wizard.row('Errors', 'Nobody')).toContainText('It has no ID.');
  await expect(wizard.row('Errors', /Line \d has the same ID/).first()).toBeVisible();
  await expect(wizard.button('Next')).toBeDisabled();
  await wizard.dialog.getByRole('checkbox', { name: /Import the other rows without/ }).check();
  await wizard.next('Apply');
  await wizard.button('Import 1 reader').click();
  await expect(readers.nameCell('A-2')).toHaveText('Fine');
  await expect(desk.window.getByText('3 rows with errors were left out.')).toBeVisible();
});

test('IDs that Excel damaged are repaired where the person confirms it', async ({ start }) => {
  const camio = await startFakeCamio([
    { id: '00123', name: 'Lobby North' },
    { id: '00124', name: 'Lobby North Turnstile' },
    { id: '00125', name: 'Turnstile 2' },
    { id: '00126', name: 'Loading Dock' },
    { id: '00127', name: 'Roof Hatch' },
    { id: '7390000123', name: 'Server Room' },
    { id: '12345678901234567890', name: 'Vault' },
  ]);
  const app = await start();
  const readers = await connect(app.desk, camio);
  const wizard = new ImportWizard(app);
  await wizard.open(testFile('damaged-by-excel.csv'));
  await wizard.compare();
  await expect(wizard.tab(/look damaged/)).toHaveText('8 look damaged');
  await expect(wizard.repair('123', '00123')).toContainText('Lost leading zeros');
  await expect(wizard.repair('7.39E+09', '7390000123')).toContainText('Scientific notation');
  await expect(wizard.repair('12345678901234500000', '12345678901234567890')).toContainText('Rounded number');
  await expect(wizard.row('Damaged IDs', '5.1E+12')).toContainText('no one ID fits');
  await wizard.dialog.getByRole('checkbox', { name: 'Repair line 2: 123 becomes 00123' }).check();
  await expect(wizard.dialog).toContainText('1 unchanged');
  await wizard.dialog.getByRole('checkbox', { name: 'Repair all 7 IDs' }).check();
  await expect(wizard.dialog).toContainText('7 unchanged');
  await expect(wizard.tab(/added/)).toHaveText('1 added');
  await wizard.apply('Import 1 reader');
  await expect(app.desk.status).toContainText('1 change: 1 added');
  await expect(readers.nameCell('5.1E+12')).toHaveText('Unknown Door');
  await camio.close();
});

/** A file of as many readers as asked for, in a vendor's columns. */
async function writeReaders(file: string, count: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, index) => `C-${String(index).padStart(7, '0')},Door ${index},Campus`);
  await writeFile(file, `Reader ID,Reader Name,Site\r\n${rows.join('\r\n')}\r\n`);
  return file;
}

test('reading a very long file shows how far it has come, and can be given up', async ({ connected }, testInfo) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(await writeReaders(testInfo.outputPath('million.csv'), 1_000_000));
  await expect(wizard.dialog.getByRole('progressbar', { name: 'Reading the file…' })).toBeVisible();
  await wizard.button('Cancel').click();
  await expect(wizard.dialog).toBeHidden();
  await expect(desk.alerts).toBeHidden();
  await expect(desk.status).toContainText('No changes');
  await expect(readers.row('00123')).toBeVisible();
});

test('100,000 readers are imported, and undone in one step', async ({ connected }, testInfo) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(await writeReaders(testInfo.outputPath('campus.csv'), 100_000));
  await expect(wizard.step('File')).toContainText('100,000 rows');
  await wizard.compare();
  await expect(wizard.tab(/added/)).toHaveText('100,000 added');
  await expect(wizard.dialog).toContainText('The first 200 of 100,000 are shown.');
  await wizard.apply('Import 100,000 readers');
  await expect(desk.status).toContainText('100,000 changes: 100,000 added');
  await expect(readers.grid).toHaveAttribute('aria-rowcount', '100006');
  await readers.press('Undo');
  await expect(desk.status).toContainText('No changes');
});

test('the wizard by keyboard alone, from the menu to the draft', async ({ connected }) => {
  const { desk } = connected;
  const { keyboard } = desk.window;
  const wizard = new ImportWizard(connected);
  const { reach } = byKeyboard(desk.window);
  const tabTo = (button: string) => reach(wizard.button(button));
  // The menu imports from any page: it goes to the readers for it.
  await desk.goToHistory();
  await connected.nextOpenDialog([testFile('replace.csv')]);
  await connected.chooseMenuItem('File', 'Import…');
  await wizard.step('File').waitFor();
  await expect(desk.rail.getByRole('link', { name: 'Readers' })).toHaveAttribute('aria-current', 'page');
  await tabTo('Next');
  await keyboard.press('Enter');
  await expect(wizard.step('Columns')).toBeFocused();
  await tabTo('Next');
  await keyboard.press('Enter');
  await expect(wizard.step('Compare')).toBeFocused();
  await wizard.dialog.getByRole('tablist').waitFor();
  await keyboard.press('Tab');
  await expect(wizard.dialog.getByRole('radio', { name: 'Update and add' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await keyboard.press('ArrowRight');
  await expect(wizard.tab(/renamed/)).toBeFocused();
  await tabTo('Next');
  await keyboard.press('Enter');
  await expect(wizard.step('Apply')).toBeFocused();
  await tabTo('Replace the list: remove 3');
  await keyboard.press('Enter');
  await expect(desk.status).toContainText('5 changes: 1 added, 1 renamed, 3 removed');

  await connected.nextOpenDialog([testFile('replace.csv')]);
  await connected.chooseMenuItem('File', 'Import…');
  await wizard.step('File').waitFor();
  await keyboard.press('Escape');
  await expect(wizard.dialog).toBeHidden();
});

test('axe finds nothing on any step, in light and dark', async ({ connected }) => {
  const wizard = new ImportWizard(connected);
  const { desk } = connected;
  await wizard.open(testFile('picture.csv'));
  await expect(wizard.dialog.getByRole('alert')).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await wizard.chooseAnotherFile(testFile('errors.csv'));
  await wizard.step('File').waitFor();
  await expectNoFindingsInAnyScheme(desk);
  await wizard.next('Columns');
  await expectNoFindingsInAnyScheme(desk);
  await wizard.next('Compare');
  await wizard.dialog.getByRole('tablist').waitFor();
  await expectNoFindingsInAnyScheme(desk);
  await wizard.tab(/added/).click();
  await wizard.dialog.getByRole('checkbox', { name: /Import the other rows without/ }).check();
  await wizard.dialog.getByRole('radio', { name: 'Replace the list' }).check();
  await expectNoFindingsInAnyScheme(desk);
  await wizard.next('Apply');
  await expectNoFindingsInAnyScheme(desk);
});
