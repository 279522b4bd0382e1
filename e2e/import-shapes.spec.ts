import { writeFile } from 'node:fs/promises';
import { workbookFile } from '../electron/testing/workbook-file.ts';
import { expect, test } from './fixtures/desk-test.ts';
import { ImportWizard, testFile } from './pages/import-wizard.ts';

/** Files as people have them, each with how it is read and the readers it adds. */
const shapes = [
  {
    file: 'genetec-utf8-bom-semicolon.csv',
    readAs: { Encoding: 'UTF-8', Delimiter: 'Semicolon', 'Header line': 'Line 1' },
    readers: [
      ['{6F9619FF-8B86-D011-B42D-00CF4FC964FF}', 'Zürich, Eingang; Nord'],
      ['{6F9619FF-8B86-D011-B42D-00CF4FC964A0}', 'Parkdeck "P2" Schranke'],
      ['{6F9619FF-8B86-D011-B42D-00CF4FC964A1}', 'Dachausstieg Süd'],
    ],
  },
  {
    file: 'onguard-utf16le-tab.txt',
    readAs: { Encoding: 'UTF-16 LE', Delimiter: 'Tab', 'Header line': 'Line 1' },
    readers: [
      ['12-1', 'Main Lobby Turnstile A'],
      ['12-2', 'Main Lobby Turnstile B'],
      ['13-1', 'Data Center Mantrap'],
    ],
  },
  {
    file: 'ccure-windows1252-title-lines.csv',
    readAs: { Encoding: 'Windows-1252', Delimiter: 'Semicolon', 'Header line': 'Line 4' },
    readers: [
      ['WS-0101', 'Tür 101 – Empfang'],
      ['WS-0102', 'Tür 102 – Café'],
      ['WS-0103', 'Schleuse „Labor“'],
    ],
  },
  {
    file: 'utf16be-pipe.txt',
    readAs: { Encoding: 'UTF-16 BE', Delimiter: 'Pipe', 'Header line': 'Line 1' },
    readers: [
      ['PL-001', 'Wejście główne – Łódź'],
      ['PL-002', 'Тест ворота 2'],
      ['PL-003', '入口ゲート'],
    ],
  },
  {
    file: 'excel-sep-line.csv',
    readAs: { Encoding: 'UTF-8', Delimiter: 'Semicolon', 'Header line': 'Line 2' },
    readers: [
      ['00201', 'Garage, Ramp'],
      ['00202', 'Gate; East'],
      ['00203', 'Kitchen'],
    ],
  },
  {
    file: 'odd-texts-utf8-comma.csv',
    readAs: { Encoding: 'UTF-8', Delimiter: 'Comma', 'Header line': 'Line 1' },
    readers: [
      ['00000000000000000042', 'Twenty digits'],
      ['98765432109876543210', 'Twenty more'],
      ['6f9619ff-8b86-d011-b42d-00cf4fc96500', '🚪 Côté jardin 🌿'],
      ['IL-7', 'שער ראשי – חיפה'],
      ['AE-9', 'البوابة الشرقية ٢'],
      ['F-1', '=HYPERLINK("http://evil.example";"Door")'],
      ['F-2', '+49 30 Tor'],
      ['F-3', '@Dock'],
    ],
  },
  {
    file: 'camio-body.json',
    readAs: {},
    readers: [
      ['J-001', 'Quay Gate'],
      ['J-002', 'Quay Gate Ü'],
    ],
  },
  {
    file: 'flat-objects.json',
    readAs: {},
    readers: [
      ['0f8fad5b-d9cb-469f-a165-70867728950e', 'Annex North'],
      ['7c9e6679-7425-40de-944b-e07fc1f90ae7', 'Annex South'],
    ],
  },
] as const;

test('files of every encoding, delimiter and shape add their readers, and a second time nothing', async ({
  connected,
}) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  let added = 0;
  for (const shape of shapes) {
    await test.step(shape.file, async () => {
      await wizard.open(testFile(shape.file));
      await expect(wizard.step('File')).toContainText(shape.file);
      for (const [field, value] of Object.entries(shape.readAs)) {
        await expect(wizard.chosen(field)).toHaveText(`${value} (detected)`);
      }
      await wizard.next('Columns');
      for (const [id, name] of shape.readers) await expect(wizard.row('Preview', id)).toContainText(name);
      await wizard.next('Compare');
      await expect(wizard.tab(/added/)).toHaveText(`${shape.readers.length} added`);
      await expect(wizard.tab(/not in the file/)).toHaveText(`${5 + added} not in the file`);
      await wizard.apply(`Import ${shape.readers.length} readers`);
      added += shape.readers.length;
      await expect(desk.status).toContainText(`${added} changes: ${added} added`);
      for (const [id, name] of shape.readers) {
        await readers.filter.fill(id);
        await expect(readers.nameCell(id)).toHaveText(name);
      }
      await readers.filter.fill('');

      await wizard.open(testFile(shape.file));
      await wizard.compare();
      await expect(wizard.dialog).toContainText('Nothing to change: the list has all of it already.');
      await wizard.button('Cancel').click();
      await expect(desk.status).toContainText(`${added} changes: ${added} added`);
    });
  }
  for (const _ of shapes) await readers.press('Undo');
  await expect(desk.status).toContainText('No changes');
});

test('a workbook’s second sheet is chosen, and its IDs are texts', async ({ connected }) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('two-sheets.xlsx'));
  await expect(wizard.field('Encoding')).toBeHidden();
  // The first sheet is a cover with no list on it.
  await expect(wizard.chosen('Sheet')).toHaveText('Readers (detected)');
  await wizard.choose('Sheet', 'Info');
  await expect(wizard.dialog.getByRole('alert')).toContainText('no rows');
  await wizard.choose('Sheet', /^Readers/);
  await expect(wizard.row('First lines', 'Sheet Two Door Ü')).toBeVisible();
  await expect(wizard.chosen('Header line')).toHaveText('Line 2 (detected)');
  await wizard.compare();
  await wizard.apply('Import 3 readers');
  await expect(readers.nameCell('000401')).toHaveText('Sheet Two Door Ü');
  await expect(readers.nameCell('98765432109876540000')).toHaveText('Long Number');
  await expect(desk.status).toContainText('3 changes: 3 added');
});

test('sheets of one kind are read together, hidden sheets and lines only when they are asked for', async ({
  connected,
}) => {
  const { readers } = connected;
  const wizard = new ImportWizard(connected);
  const header = ['Reader ID', 'Reader name'];
  const file = test.info().outputPath('sites.xlsx');
  const hiddenLine =
    '<row hidden="1"><c t="inlineStr"><is><t>B-9</t></is></c><c t="inlineStr"><is><t>Gone</t></is></c></row>';
  const lines = [header, ['B-1', 'East Gate']].map((cells) => `<row>${cells.map(inline).join('')}</row>`).join('');
  await writeFile(
    file,
    workbookFile([
      { name: 'Old', rows: [header, ['X-1', 'Demolished']], state: 'hidden' },
      { name: 'Site A', rows: [header, ['A-1', 'West Gate']] },
      { name: 'Site B', rows: [], xml: `<sheetData>${lines}${hiddenLine}</sheetData>` },
    ]),
  );
  await wizard.open(file);
  await expect(wizard.chosen('Sheet')).toHaveText('Site A (detected)');
  await expect(wizard.field('Sheet').getByRole('option')).toHaveText([
    'Old (hidden)',
    'Site A (detected)',
    'Site B',
    '2 sheets together',
  ]);
  await expect(wizard.dialog).toContainText('1 other sheet has a list with the same columns and is not read: Site B.');
  await wizard.choose('Sheet', 'Site B');
  await expect(wizard.dialog).toContainText(
    '1 line is hidden in the sheet, by a filter or by hand (first line 3), and is left out.',
  );
  await wizard.choose('Hidden lines', 'Read too');
  await expect(wizard.row('First lines', 'B-9')).toBeVisible();
  await wizard.choose('Hidden lines', 'Left out');
  await wizard.choose('Sheet', '2 sheets together');
  await expect(wizard.dialog).toContainText('Read together: “Site A” (lines 1 to 2), “Site B” (lines 3 to 4).');
  await wizard.compare();
  await wizard.apply('Import 2 readers');
  await expect(readers.nameCell('A-1')).toHaveText('West Gate');
  await expect(readers.nameCell('B-1')).toHaveText('East Gate');
});

test('a hostile workbook ends in a sentence, and the app goes on', async ({ connected }) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  const file = test.info().outputPath('far.xlsx');
  const xml = '<sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>';
  await writeFile(file, workbookFile([{ name: 'S', rows: [], xml }]));
  await wizard.open(file);
  await expect(wizard.dialog.getByRole('alert')).toContainText('and a sheet ends at XFD1048576');
  await wizard.chooseAnotherFile(testFile('camio-body.json'));
  await wizard.compare();
  await wizard.apply('Import 2 readers');
  await expect(readers.nameCell('J-001')).toHaveText('Quay Gate');
  await expect(desk.status).toContainText('2 changes: 2 added');
});

test('a header line below a long preamble is chosen by its number', async ({ connected }) => {
  const preamble = Array.from({ length: 1_199 }, (_, at) => `Exported by the access control system; note ${at + 1}`);
  const file = test.info().outputPath('preamble.csv');
  await writeFile(file, [...preamble, 'Reader number;Reader name', '900;Quay Gate', '901;Crane'].join('\r\n'));
  const wizard = new ImportWizard(connected);
  await wizard.open(file);
  await expect(wizard.dialog).toContainText('No line with column names was found.');
  await wizard.choose('Header line', 'Another line…');
  await wizard.typeHeaderLine('5,000');
  await expect(wizard.dialog).toContainText('The file has no line 5,000. Type a whole number from 1 to 1,202.');
  await wizard.typeHeaderLine('1,198');
  await wizard.row('Lines around the header line', 'Reader number').click();
  await expect(wizard.row('Lines around the header line', 'Crane')).toBeVisible();
  await expect(wizard.dialog).not.toContainText('No line with column names was found.');
  await wizard.compare();
  await wizard.apply('Import 2 readers');
  await expect(connected.readers.nameCell('900')).toHaveText('Quay Gate');
});

test('what was detected can be said otherwise: encoding, delimiter and header line', async ({ connected }) => {
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile('ccure-windows1252-title-lines.csv'));
  await wizard.choose('Encoding', 'UTF-8');
  await expect(wizard.dialog).toContainText('are not of this encoding and show as �');
  await wizard.choose('Encoding', /^Windows-1252/);
  await expect(wizard.row('First lines', 'Tür 101 – Empfang')).toBeVisible();

  await wizard.choose('Header line', 'None');
  await wizard.next('Columns');
  await expect(wizard.row('Preview', 'Leser-ID')).toBeVisible();
  await wizard.button('Back').click();
  await wizard.row('First lines', 'Bezeichnung').click();
  await expect(wizard.chosen('Header line')).toHaveText('Line 4 (detected)');
  await wizard.next('Columns');
  await expect(wizard.row('Preview', 'WS-0101')).toBeVisible();
  await expect(wizard.row('Preview', 'Leser-ID')).toBeHidden();
  await wizard.button('Back').click();
  await wizard.choose('Delimiter', 'Comma');
  await wizard.next('Columns');
  await expect(wizard.field('ID column').getByRole('option')).toHaveCount(2);
});

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

const malformed = [
  { file: 'picture.csv', says: 'picture' },
  { file: 'unbalanced-quotes.csv', says: 'line 3' },
  { file: 'password.xlsx', says: 'password' },
  { file: 'other-shape.json', says: 'JSON' },
  { file: 'empty.csv', says: 'empty' },
] as const;

test('a file that is no list gets a sentence, and the app goes on', async ({ connected }) => {
  const { desk, readers } = connected;
  const wizard = new ImportWizard(connected);
  await wizard.open(testFile(malformed[0].file));
  for (const [index, { file, says }] of malformed.entries()) {
    await test.step(file, async () => {
      if (index > 0) await wizard.chooseAnotherFile(testFile(file));
      await expect(wizard.dialog.getByRole('alert')).toContainText(file);
      await expect(wizard.dialog.getByRole('alert')).toContainText(new RegExp(says, 'i'));
    });
  }
  await wizard.chooseAnotherFile(testFile('camio-body.json'));
  await wizard.compare();
  await wizard.apply('Import 2 readers');
  await expect(readers.nameCell('J-001')).toHaveText('Quay Gate');
  await expect(desk.status).toContainText('2 changes: 2 added');
});
