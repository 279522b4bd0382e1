import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { campusReaders } from '../core/simulator/campus.ts';
import { connect, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ExportDialog } from './pages/export-dialog.ts';

test('the draft as a workbook: every cell is text, as the list has it', async ({ connected }, testInfo) => {
  const { desk, readers } = connected;
  await readers.rename('00124', '=HYPERLINK("http://evil.example")');
  const path = testInfo.outputPath('draft.xlsx');
  await connected.nextSaveDialog(path);
  const exporting = await readers.export();
  await exporting.choose('The draft', 'Excel workbook (XLSX)');
  await exporting.export();
  await expect(desk.window.getByText(`Exported 5 readers to ${path}`)).toBeVisible();
  const [sheet] = await readWorkbook(await readFile(path), { trim: false });
  expect(sheet?.data.slice(0, 3)).toEqual([
    ['device_id', 'device_name'],
    ['00123', 'Lobby North'],
    ['00124', '=HYPERLINK("http://evil.example")'],
  ]);
});

test('Camio’s list as JSON is what Camio holds, whatever the draft says', async ({ connected, camio }, testInfo) => {
  const { readers } = connected;
  await readers.rename('00124', 'Atrium');
  const path = testInfo.outputPath('remote.json');
  await connected.nextSaveDialog(path);
  const exporting = await readers.export();
  await exporting.choose('Camio’s list', 'JSON for Camio');
  await exporting.export();
  await expect(exporting.dialog).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    readers: camio.ids().map((id, index) => ({ device_id: id, device_name: camio.names()[index] })),
  });
});

test('the changes and the selection have their own columns, and the choice is kept', async ({
  connected,
}, testInfo) => {
  const { desk, readers } = connected;
  await readers.rename('00124', '=Atrium; "A"');
  await readers.delete('00127');
  const changes = testInfo.outputPath('changes.csv');
  await connected.nextSaveDialog(changes);
  const exporting = await readers.export();
  await expect(exporting.list('The selection')).toBeDisabled();
  await exporting.choose('The changes', 'CSV, semicolon');
  await expectNoFindingsInAnyScheme(desk);
  await exporting.export();
  await expect(exporting.dialog).toBeHidden();
  const { data } = Papa.parse<string[]>(await readFile(changes, 'utf8'), { delimiter: ';' });
  expect(data.slice(0, 3)).toEqual([
    ['change', 'device_id', 'device_name', 'device_name_in_camio'],
    ['renamed', '00124', `'=Atrium; "A"`, 'Lobby North Turnstile'],
    ['removed', '00127', 'Roof Hatch', 'Roof Hatch'],
  ]);

  await readers.select('00126');
  await readers.select('00123');
  const selection = testInfo.outputPath('selection.csv');
  await connected.nextSaveDialog(selection);
  await readers.export();
  await expect(exporting.list('The changes')).toBeChecked();
  await exporting.choose('The selection', 'CSV, semicolon');
  await exporting.column('ID').uncheck();
  await expect(exporting.dialog).toContainText('Without the ID, this file cannot be imported again.');
  await exporting.export();
  await expect(exporting.dialog).toBeHidden();
  expect(await readFile(selection, 'utf8')).toBe('\ufeffdevice_name\r\nLobby North\r\nLoading Dock\r\n');
  const activity = await desk.goToHistory();
  await expect(activity.activity).toContainText('Changes as CSV: 2 rows');
  await expect(activity.activity).toContainText('Selection as CSV: 2 rows');
});

test('a file that cannot be written is said in the dialog, which keeps the choice; the menu opens it too', async ({
  connected,
}, testInfo) => {
  const { desk } = connected;
  // A path that no system can have: below a file.
  const file = testInfo.outputPath('file');
  await writeFile(file, '');
  const path = join(file, 'readers.xlsx');
  await connected.chooseMenuItem('File', 'Export…');
  const exporting = new ExportDialog(desk);
  await exporting.choose('The draft', 'Excel workbook (XLSX)');
  await connected.nextSaveDialog(path);
  await exporting.export();
  await expect(exporting.dialog.getByRole('alert')).toContainText(`${path} cannot be used`);
  await expect(exporting.format).toHaveValue('xlsx');
  await connected.nextSaveDialog(null);
  await exporting.export();
  await expect(exporting.dialog.getByRole('button', { name: /^Export / })).not.toHaveAttribute('aria-busy');
  await desk.window.keyboard.press('Escape');
  await expect(exporting.dialog).toBeHidden();
});

test('a workbook of 20,000 readers is given up, then written while the window goes on', async ({ start }, testInfo) => {
  const camio = await startFakeCamio(campusReaders(20_000));
  const app = await start();
  const readers = await connect(app.desk, camio);
  const path = testInfo.outputPath('all.xlsx');
  await app.nextSaveDialog(path);
  const exporting = await readers.export();
  await exporting.choose('The draft', 'Excel workbook (XLSX)');
  await exporting.export();
  await exporting.cancelExport();
  await expect(app.desk.window.getByText('Export cancelled. No file was written.')).toBeVisible();
  expect(existsSync(path)).toBe(false);
  await app.nextSaveDialog(path);
  await exporting.export();
  await expect(exporting.dialog.getByRole('button', { name: 'Export 20,000 readers' })).toHaveAttribute(
    'aria-busy',
    'true',
  );
  await app.desk.window.keyboard.press('Escape');
  await readers.rename('000001', 'Reception');
  await expect(app.desk.saved).toBeVisible();
  await expect(app.desk.window.getByText(`Exported 20,000 readers to ${path}`)).toBeVisible();
  await camio.close();
});
