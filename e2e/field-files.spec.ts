import { connect, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';
import { ImportWizard, testFile } from './pages/import-wizard.ts';

test('damaged IDs are repaired, linked or left out before anything is applied', async ({ start }) => {
  const camio = await startFakeCamio([
    { id: '12-1', name: 'North Lobby' },
    { id: '12-2', name: 'South Lobby' },
    { id: 'D-9', name: 'Dock' },
    { id: '12-40', name: 'Roof' },
  ]);
  const app = await start();
  await connect(app.desk, camio);
  const wizard = new ImportWizard(app);
  await wizard.open(testFile('field/t07-date-ids.csv'));
  await wizard.compare();
  await expect(wizard.repair('1-Dec', '12-1')).toContainText('Turned into a date');
  await expect(wizard.repair('Dec-13', 'D-9')).toContainText('Same name, other ID');
  await wizard.dialog.getByRole('checkbox', { name: 'Repair all 2 IDs' }).check();
  await expect(wizard.dialog).toContainText('3 unchanged');
  await wizard.dialog.getByRole('checkbox', { name: 'Leave out line 4: Dec-13' }).check();
  await expect(wizard.dialog).toContainText('5 lines: 1 header, 3 read, 1 left out.');
  await expect(wizard.dialog).toContainText('Nothing to change');
  await camio.close();
});

test('lines left out are shown with their reasons, and taken in one by one', async ({ connected }) => {
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('field/t13-stacked-tables.csv'));
  await wizard.compare();
  await expect(wizard.dialog).toContainText('7 lines: 1 header, 2 read, 3 left out, 1 blank.');
  await expect(wizard.row('Lines left out', 'IN-1')).toContainText('Of another table');
  await wizard.row('Lines left out', 'IN-1').getByRole('button', { name: 'Take in' }).click();
  await expect(wizard.dialog).toContainText('7 lines: 1 header, 3 read, 2 left out, 1 blank.');
  await wizard.apply('Import 3 readers');
  await expect(connected.readers.nameCell('IN-1')).toHaveText('Lobby REX');
});

test('doubtful names are shown with what they become', async ({ connected }) => {
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('field/t17-double-utf8.csv'));
  await wizard.compare();
  await expect(wizard.row('Doubtful names', 'Tür Süd')).toContainText('encoded twice');
  await wizard.dialog.getByRole('checkbox', { name: 'Repair all 2 names' }).check();
  await wizard.apply('Import 2 readers');
  await expect(connected.readers.nameCell('A-02')).toHaveText('Café');
});

test('encoding, quotes and delimiter are detected and can be chosen', async ({ connected }) => {
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('field/t15-shift-jis.csv'));
  await expect(wizard.chosen('Encoding')).toHaveText('Shift-JIS (detected)');
  await wizard.choose('Encoding', 'GBK');
  await expect(wizard.row('First lines', '正面玄関')).toBeHidden();
  await wizard.choose('Encoding', /^Shift-JIS/);
  await expect(wizard.row('First lines', '正面玄関')).toBeVisible();
  await wizard.chooseAnotherFile(testFile('field/t26-fixed-width.txt'));
  await expect(wizard.chosen('Delimiter')).toHaveText('Fixed width (detected)');
  await wizard.chooseAnotherFile(testFile('field/t20-quote-starts-name.tsv'));
  await expect(wizard.chosen('Quotes')).toHaveText('None (detected)');
  await wizard.chooseAnotherFile(testFile('unbalanced-quotes.csv'));
  await expect(wizard.dialog.getByRole('alert')).toContainText('line 3');
  await wizard.choose('Quotes', 'None');
  await expect(wizard.row('First lines', '"Never closed')).toBeVisible();
});

test('a page of a longer list cannot replace the list', async ({ connected }) => {
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('field/j01-paged-next.json'));
  await expect(wizard.dialog).toContainText('a part of a longer list');
  await wizard.compare();
  await expect(wizard.dialog.getByRole('radio', { name: 'Replace the list' })).toBeDisabled();
});
