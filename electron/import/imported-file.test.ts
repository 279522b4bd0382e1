import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { readerIssues } from '../../core/checks/validate.ts';
import { formatCsv } from '../../core/csv/csv-text.ts';
import { parseCsv } from '../../core/csv/parse-csv.ts';
import type { ExportRow } from '../../core/export/export-rows.ts';
import { exportTable } from '../../core/export/export-table.ts';
import { ownJsonPieces, readersJsonPieces } from '../../core/export/json-export.ts';
import { firstChoices, type ImportChoices } from '../../core/import/import-comparison.ts';
import type { KnownList } from '../../core/import/import-plan.ts';
import {
  asDetected,
  encodings,
  type ImportTable,
  type ImportTarget,
  quoteStyles,
  type ReadOptions,
} from '../../core/import/import-table.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ok } from '../../core/result.ts';
import { anyReader } from '../../core/testing/any-reader.ts';
import { cases } from '../../core/testing/cases.ts';
import { writeExport } from '../export/export-file.ts';
import type { WriteSheet } from '../spreadsheet/write-sheet.ts';
import { xlsxBytes } from '../spreadsheet/xlsx-bytes.ts';
import { workbookFile } from '../testing/workbook-file.ts';
import { ImportedFile } from './imported-file.ts';

const testData = join(import.meta.dirname, '../../e2e/test-data');
const empty: KnownList = { ids: [], names: [], sites: null, listed: 0 };
const adding: ImportChoices = { ...firstChoices, mode: 'update and add', leaveOutErrors: true, repairs: [] };

function fileOf(bytes: Uint8Array, fileName = 'readers.csv', target: ImportTarget = 'readers') {
  return new ImportedFile(fileName, Buffer.from(bytes), target);
}

async function tableOf(file: ImportedFile, options: Partial<ReadOptions> = {}): Promise<ImportTable> {
  const read = await file.read({ ...asDetected, ...options });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** The readers a file comes to on an empty list, with its columns bound as they are by themselves. */
async function readersOf(bytes: Uint8Array, fileName?: string): Promise<readonly Reader[]> {
  const file = fileOf(bytes, fileName);
  const { mapping } = await tableOf(file);
  return file.compare(mapping, adding, empty).plan.added.map(({ site: _, ...reader }) => reader);
}

async function refusal(bytes: Uint8Array, fileName?: string): Promise<string> {
  const read = await fileOf(bytes, fileName).read(asDetected);
  if (read.ok) throw new Error('The file was read.');
  expect(read.error).toMatchObject({ code: 'invalid-input', next: expect.stringMatching(/\.$/) });
  return read.error.message;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('a header line below all that is shown', () => {
  const preamble = Array.from({ length: 400 }, (_, at) => `Exported by the system, note ${at + 1}`);
  const rows = Array.from({ length: 60 }, (_, at) => `${100 + at};Door ${at}`);
  const bytes = utf8([...preamble, 'Reader number;Reader name', ...rows].join('\r\n'));

  it('can be chosen by its number, and is shown with the lines around it', async () => {
    const file = fileOf(bytes);
    const first = await tableOf(file, { delimiter: ';' });
    expect([first.detected.headerLine, first.lastLine, first.linesAroundHeader]).toEqual([0, 461, []]);
    const table = await tableOf(file, { delimiter: ';', headerLine: 401 });
    expect(table.columns.map(({ header }) => header)).toEqual(['Reader number', 'Reader name']);
    expect([table.rows, table.readAs.headerLine]).toEqual([60, 401]);
    expect(table.firstLines).toEqual(first.firstLines);
    expect(table.linesAroundHeader.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, at) => 398 + at));
    const { added } = file.compare(table.mapping, adding, empty).comparison;
    expect([added.total, added.first[0]]).toEqual([60, { line: 402, id: '100', name: 'Door 0', nameBefore: null }]);
  });

  it('is in view, whichever line it is, and no more lines than ever', async () => {
    const file = fileOf(bytes);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 460 }), async (headerLine) => {
        const { linesAroundHeader, firstLines } = await tableOf(file, { delimiter: ';', headerLine });
        const shown = linesAroundHeader.length > 0 ? linesAroundHeader : firstLines;
        expect(shown.map(({ line }) => line)).toContain(headerLine);
        expect(shown.length).toBeLessThanOrEqual(50);
      }),
      { numRuns: cases(40) },
    );
  });
});

describe('files as people have them', () => {
  it.each<[string, Partial<ImportTable['readAs']>, Reader]>([
    [
      'genetec-utf8-bom-semicolon.csv',
      { encoding: 'utf-8', delimiter: ';', headerLine: 1 },
      { id: '{6F9619FF-8B86-D011-B42D-00CF4FC964FF}', name: 'Zürich, Eingang; Nord' },
    ],
    [
      'ccure-windows1252-title-lines.csv',
      { encoding: 'windows-1252', delimiter: ';', headerLine: 4 },
      { id: 'WS-0101', name: 'Tür 101 – Empfang' },
    ],
    [
      'onguard-utf16le-tab.txt',
      { encoding: 'utf-16le', delimiter: '\t', headerLine: 1 },
      { id: '12-1', name: 'Main Lobby Turnstile A' },
    ],
    [
      'utf16be-pipe.txt',
      { encoding: 'utf-16be', delimiter: '|', headerLine: 1 },
      { id: 'PL-001', name: 'Wejście główne – Łódź' },
    ],
    ['excel-sep-line.csv', { encoding: 'utf-8', delimiter: ';', headerLine: 2 }, { id: '00201', name: 'Garage, Ramp' }],
    ['camio-body.json', { encoding: 'utf-8', delimiter: null, headerLine: 0 }, { id: 'J-001', name: 'Quay Gate' }],
    [
      'flat-objects.json',
      { encoding: 'utf-8', delimiter: null, headerLine: 0 },
      { id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Annex North' },
    ],
  ])('%s', async (name, readAs, first) => {
    const bytes = await readFile(join(testData, name));
    const { readAs: found, detected } = await tableOf(fileOf(bytes, name));
    expect(found).toMatchObject(readAs);
    expect(detected).toEqual(found);
    expect((await readersOf(bytes, name))[0]).toEqual(first);
  });

  it('reads texts that other programs trip over as they are', async () => {
    const readers = await readersOf(await readFile(join(testData, 'odd-texts-utf8-comma.csv')));
    expect(readers.map(({ id }) => id).slice(0, 2)).toEqual(['00000000000000000042', '98765432109876543210']);
    expect(readers.map(({ name }) => name).slice(-3)).toEqual([
      '=HYPERLINK("http://evil.example";"Door")',
      '+49 30 Tor',
      '@Dock',
    ]);
  });
});

describe('a workbook', () => {
  const sheets = async () =>
    writeWorkbook([
      { sheet: 'Notes', data: [] },
      {
        sheet: 'Readers',
        data: [
          ['Card readers'],
          ['Reader ID', 'Door', 'Since', 'Active'],
          ['00124', 'Lobby', new Date(Date.UTC(2026, 2, 1)), true],
          [7_390_000_123, 'Dock', new Date(Date.UTC(2026, 2, 1, 14, 30)), false],
          [1.234_567_890_123_45e19, 'Vault', null, null],
        ].map((row, index) =>
          row.map((value) => (value instanceof Date ? { value, format: 'yyyy-mm-dd' } : index < 0 ? null : value)),
        ),
      },
      {
        sheet: 'Other',
        data: [
          ['device_id', 'device_name'],
          ['9', 'Gate'],
        ],
      },
    ]).toBuffer();

  it('shows the cells of its first filled sheet as a person sees them', async () => {
    const table = await tableOf(fileOf(await sheets(), 'doors.xlsx'));
    expect(table).toMatchObject({
      format: 'xlsx',
      sheets: [{ name: 'Notes' }, { name: 'Readers' }, { name: 'Other' }],
      rows: 3,
    });
    expect(table.readAs).toEqual({ ...asDetected, sheet: 1, headerLine: 2 });
    expect(table.preview.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '00124', 'Lobby', '2026-03-01', 'TRUE'],
      [4, '7390000123', 'Dock', '2026-03-01 14:30:00', 'FALSE'],
      [5, '12345678901234500000', 'Vault'],
    ]);
  });

  it('is read from another sheet where that is chosen', async () => {
    const file = fileOf(await sheets(), 'doors.xlsx');
    const table = await tableOf(file, { sheet: 2 });
    expect(table).toMatchObject({
      readAs: { sheet: 2 },
      detected: { sheet: 1 },
      mappingFrom: 'own export',
    });
    expect(await file.read({ ...asDetected, sheet: 3 })).toMatchObject({
      error: { message: '“doors.xlsx” has no such sheet.' },
    });
  });
});

describe('a workbook of several lists', () => {
  const header = ['Reader ID', 'Reader name'];
  const site = (name: string, id: string) => ({ name, rows: [header, [id, `Door ${id}`]] });

  it('says which others there are, and reads them together when asked', async () => {
    const cover = { name: 'About', rows: [['Sites', '3']] };
    const old = { ...site('Old', '9'), state: 'hidden' } as const;
    const bytes = workbookFile([old, cover, site('A', '1'), site('B', '2'), site('C', '3')]);
    const file = fileOf(bytes, 'sites.xlsx');
    const first = await tableOf(file);
    expect(first).toMatchObject({ readAs: { sheet: 2 }, together: [2, 3, 4], rows: 1 });
    expect(first.sheets[0]).toEqual({ name: 'Old', isHidden: true });
    expect(first.notes).toContainEqual({ code: 'other lists', sheets: ['B', 'C'] });
    const all = await tableOf(file, { sheet: 'together' });
    expect(file.compare(all.mapping, adding, empty).plan.added.map(({ id }) => id)).toEqual(['1', '2', '3']);
    const hidden = await tableOf(file, { sheet: 0 });
    expect(hidden.notes).toContainEqual({ code: 'hidden sheet' });
  });

  it('reads a hidden sheet where no other has a list', async () => {
    const bytes = workbookFile([
      { ...site('Data', '1'), state: 'veryHidden' },
      { name: 'About', rows: [] },
    ]);
    expect(await tableOf(fileOf(bytes, 'a.xlsx'))).toMatchObject({ readAs: { sheet: 0 }, rows: 1 });
  });
});

it('leaves out the lines that a sheet hides, unless they are wanted or are all of it', async () => {
  const row = (id: string, hidden = '') =>
    `<row${hidden}>${['', 'Door '].map((before) => `<c t="inlineStr"><is><t>${before}${id}</t></is></c>`).join('')}</row>`;
  const file = fileOf(
    workbookFile([
      { name: 'S', rows: [], xml: `<sheetData>${row('1')}${row('2', ' hidden="1"')}${row('3')}</sheetData>` },
    ]),
    'filtered.xlsx',
  );
  const table = await tableOf(file, { headerLine: 0 });
  expect([table.rows, table.hidden]).toEqual([2, { lines: 1, areTaken: false }]);
  expect(table.notes).toContainEqual({ code: 'hidden rows', lines: 1, first: 2, areTaken: false });
  expect(await tableOf(file, { headerLine: 0, takesHidden: true })).toMatchObject({
    rows: 3,
    hidden: { areTaken: true },
  });
  const all = workbookFile([{ name: 'S', rows: [], xml: `<sheetData>${row('1', ' hidden="1"')}</sheetData>` }]);
  expect(await tableOf(fileOf(all, 'all.xlsx'), { headerLine: 0 })).toMatchObject({
    rows: 1,
    hidden: { areTaken: true },
  });
});

describe('files that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['readers.csv', utf8(' \r\n'), '“readers.csv” is empty.'],
    ['readers.csv', utf8('ID,Name\r\n'), '“readers.csv” has no rows.'],
    ['app.csv', Uint8Array.of(0x7f, 0x45, 0, 0, 0, 1, 9, 0, 3), '“app.csv” is not a text file, a workbook or JSON.'],
    ['a.pdf', utf8('%PDF-1.7'), '“a.pdf” is a PDF, not a list.'],
    [
      'old.xls',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      '“old.xls” is a workbook of Excel 2003 or older.',
    ],
    [
      'cut.xlsx',
      utf8('PK\u0003\u0004 and no more'),
      '“cut.xlsx” is a damaged workbook: it breaks off, or its table of contents cannot be read.',
    ],
    ['a.json', utf8('{"readers":['), '“a.json” begins like JSON but is not, or breaks off early.'],
  ])('%s', async (name, bytes, message) => {
    expect(await refusal(bytes, name)).toBe(message);
  });

  it.each([
    ['password.xlsx', '“password.xlsx” is protected with a password.'],
    ['picture.csv', '“picture.csv” is a picture, not a list.'],
    [
      'unbalanced-quotes.csv',
      'A quotation mark opens a cell on line 3 of “unbalanced-quotes.csv” and is never closed.',
    ],
    ['other-shape.json', '“other-shape.json” is JSON of another shape: it holds no list of objects.'],
  ])('%s', async (name, message) => {
    expect(await refusal(await readFile(join(testData, name)), name)).toBe(message);
  });

  it('leave what was read before in place', async () => {
    const file = fileOf(utf8('id;name\n1;Lobby\n'));
    const { mapping } = await tableOf(file);
    expect(await file.read({ ...asDetected, headerLine: 2 })).toMatchObject({ ok: false });
    expect(file.compare(mapping, adding, empty).plan.added).toHaveLength(1);
  });
});

it('proposes repairs for ids that are joined from columns which a spreadsheet took for numbers', async () => {
  const file = fileOf(utf8('PanelID;ReaderID;Name\n12;1;Lobby\n12;2;Dock\n13;1;Roof\n13;2;Yard\n'));
  const { mapping } = await tableOf(file);
  expect(mapping.id).toEqual({ columns: [0, 1], separator: '-' });
  const known: KnownList = {
    ids: ['012-01', '012-02', '013-01', '13-2'],
    names: ['Lobby', 'Dock', 'Roof', 'Yard'],
    sites: null,
    listed: 4,
  };
  const replacing: ImportChoices = { ...adding, mode: 'replace' };
  const { repairs } = file.compare(mapping, replacing, known).comparison;
  expect(repairs.first.map(({ proposed }) => proposed)).toEqual(['012-01', '012-02', '013-01']);
  const { plan } = file.compare(mapping, { ...replacing, repairs: repairs.lines }, known);
  expect(plan).toEqual({ changed: [], added: [], removed: [] });
});

it('reads again as the person says, and still says what was detected', async () => {
  const file = fileOf(Buffer.from('ID;Tür, oben\n1;Süd\n', 'latin1'));
  const table = await tableOf(file, { encoding: 'utf-8', delimiter: ',', headerLine: 0 });
  expect(table.readAs).toMatchObject({ encoding: 'utf-8', delimiter: ',', headerLine: 0 });
  expect(table.detected).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerLine: 1 });
  expect(table.notes).toContainEqual({ code: 'undecodable characters', lines: 2, first: 1 });
  expect(table.firstLines[0]).toEqual({ line: 1, cells: ['ID;T\ufffdr', ' oben'] });
});

describe('a list that was exported comes back without a difference', () => {
  /** What may stand in a list that can be pushed: everything but empty ids, control and broken characters. */
  const sound = anyReader.filter((reader) => readerIssues(reader).every(({ severity }) => severity === 'warns'));
  const lists = fc.uniqueArray(sound, { selector: ({ id }) => id, minLength: 1, maxLength: 5 });
  const rowsOf = (list: readonly Reader[]): ExportRow[] =>
    list.map((reader) => ({ change: 'unchanged', reader, nameInCamio: null }));
  const origin = { list: 'draft', connection: 'Harbor', exportedAt: '2026-01-05T08:00:00.000Z', readAt: null } as const;
  const columns = ['id', 'name', 'other fields'] as const;
  /** As it is, and as if it were guarded. */
  const apostrophes: Reader[] = ['-2 Parking', "'-2 Parking", "''=1", "'s Gate"].map((name) => ({ id: name, name }));
  /** An empty set of other fields is written as none. */
  const plain = ({ id, name, extra }: Reader): Reader =>
    extra && Object.keys(extra).length > 0 ? { id, name, extra } : { id, name };

  const formats: readonly [string, (list: readonly Reader[]) => Promise<Uint8Array>][] = [
    ['readers.csv', async (list) => utf8(csv(list, ','))],
    ['semicolons.csv', async (list) => utf8(csv(list, ';'))],
    ['utf-16 little.csv', async (list) => Buffer.from(csv(list, ','), 'utf16le')],
    ['utf-16 big.csv', async (list) => Buffer.from(csv(list, ';'), 'utf16le').swap16()],
    ['camio.json', async (list) => utf8([...readersJsonPieces(rowsOf(list), firstGeneration)].join(''))],
    ['own.json', async (list) => utf8([...ownJsonPieces(rowsOf(list), origin)].join(''))],
    [
      'readers.csv saved by Excel as a workbook.xlsx',
      (list) => {
        const [header = [], ...rows] = parseCsv(csv(list, ',').slice(1), ',').lines.map(({ cells }) => cells);
        return xlsxBytes({ sheetName: 'readers', columns: header.map((title) => ({ title, width: 20 })), rows });
      },
    ],
    [
      'readers.xlsx',
      async (list) => {
        let written: Uint8Array | null = null;
        const file = { rows: rowsOf(list), format: 'xlsx', columns, origin, dialect: firstGeneration } as const;
        const keep: WriteSheet = async (_path, sheet) => {
          written = await xlsxBytes(sheet);
          return ok({ bytes: 0 });
        };
        await writeExport('readers.xlsx', file, keep, new AbortController().signal);
        return written ?? utf8('');
      },
    ],
  ];

  function csv(list: readonly Reader[], delimiter: ',' | ';'): string {
    const { header, lines } = exportTable(rowsOf(list), columns);
    return formatCsv([header, ...lines], delimiter);
  }

  it.each(formats)(
    '%s',
    async (name, write) => {
      await fc.assert(
        fc.asyncProperty(lists, async (list) => {
          const bytes = await write(list);
          expect((await readersOf(bytes, name)).map(plain)).toEqual(list.map(plain));

          const file = fileOf(bytes, name);
          const { mapping, mappingFrom } = await tableOf(file);
          expect(mappingFrom).toBe('own export');
          const same: KnownList = {
            ids: list.map(({ id }) => id),
            names: list.map((one) => one.name),
            sites: null,
            listed: list.length,
          };
          const { comparison, plan } = file.compare(mapping, { ...adding, mode: 'replace' }, same);
          expect(comparison).toMatchObject({ unchanged: list.length, errors: { total: 0 }, repairs: { total: 0 } });
          expect(plan).toEqual({ changed: [], added: [], removed: [] });
        }),
        { numRuns: cases(name.endsWith('.xlsx') ? 50 : 150), examples: [[apostrophes]] },
      );
    },
    30_000,
  );
});

describe('no bytes make it throw', () => {
  const asAsked = fc.record<ReadOptions>({
    encoding: fc.constantFrom(null, ...encodings),
    delimiter: fc.constantFrom(null, ',', ';', '\t', '|', '#', 'fixed width'),
    quotes: fc.constantFrom(null, ...quoteStyles),
    list: fc.constantFrom(null, 'data'),
    sheet: fc.constantFrom(null, 0, 1, 9),
    headerLine: fc.constantFrom(null, 0, 1, 7),
  });

  it('any bytes, read in any way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), asAsked, async (bytes, options) => {
        await fileOf(bytes).read(options);
      }),
      { numRuns: cases(500) },
    );
  });

  it('good files cut anywhere, with a byte changed', async () => {
    const good = [
      await readFile(join(testData, 'two-sheets.xlsx')),
      await readFile(join(testData, 'password.xlsx')),
      await readFile(join(testData, 'onguard-utf16le-tab.txt')),
      await readFile(join(testData, 'camio-body.json')),
      await readFile(join(testData, 'odd-texts-utf8-comma.csv')),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...good), fc.nat(), fc.nat(), fc.nat(255), async (file, cut, at, byte) => {
        const bytes = Buffer.from(file.subarray(0, cut % (file.length + 1)));
        if (bytes.length > 0) bytes[at % bytes.length] = byte;
        await fileOf(bytes, 'cut').read(asDetected);
      }),
      { numRuns: cases(300) },
    );
  }, 30_000);
});
