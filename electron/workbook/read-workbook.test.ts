import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadNote } from '../../core/import/import-table.ts';
import {
  type SheetToWrite,
  type TextStyle,
  type WorkbookStyle,
  workbookFile,
  workbookParts,
} from '../testing/workbook-file.ts';
import { zipFile } from '../testing/zip-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { ZipParts } from './zip-parts.ts';

/** The sheets by their names, each with its lines that have cells, or the code of why it cannot be read. */
async function sheetsOf(bytes: Buffer) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.map(({ name, isHidden, content }) => ({
    name,
    isHidden,
    rows: content.ok ? content.value.lines.filter(({ cells }) => cells.length > 0) : content.error.code,
  }));
}

/** What stands in the sheet of a workbook that has one. */
async function cellsOf(xml: string, styles?: string): Promise<string[][]> {
  const { lines } = await contentOf(xml, styles);
  return lines.map(({ cells }) => [...cells]);
}

async function notesOf(xml: string, styles?: string): Promise<readonly ReadNote[]> {
  return (await contentOf(xml, styles)).notes;
}

async function contentOf(xml: string, styles = '', workbook = '') {
  const parts = workbookParts([{ name: 'S', rows: [], xml }]).map(({ name, data }) => ({
    name,
    data: Buffer.from(
      data.toString().replace('<cellXfs>', `${styles}<cellXfs>`).replace('<sheets>', `${workbook}<sheets>`),
    ),
  }));
  const read = await readWorkbook(zipFile(parts));
  const content = read.ok ? read.value[0]?.content : read;
  if (!content?.ok) throw new Error(JSON.stringify(content));
  return content.value;
}

/** The workbook's refusal, or that of its first sheet that has one. */
async function refusalOf(bytes: Buffer): Promise<object> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return read.error;
  for (const { content } of read.value) if (!content.ok) return content.error;
  throw new Error('The workbook was read.');
}

describe('a list comes back from a workbook, however a program wrote it', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '00123',
      '90071992547409931',
      '𠮷野家 入口',
      '🚪 Lobby',
      ' a ',
      'a\nb',
      '<&>"\'',
      ']]>',
      '_x005F_',
      'שלום',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  );
  // A CR has to be written as a number, and half a character cannot be written at all.
  const writable = text.filter((one) => !/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one));
  const cell = fc.oneof({ weight: 4, arbitrary: writable }, { weight: 1, arbitrary: fc.constant('') });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  const texts: readonly TextStyle[] = ['inline', 'shared', 'formula', 'rich', 'phonetic', 'CDATA', 'numbers'];
  const style: fc.Arbitrary<WorkbookStyle> = fc.record(
    {
      zip: fc.record({ isStreamed: fc.boolean(), isZip64: fc.boolean(), isStored: fc.boolean() }),
      texts: fc.constantFrom(...texts),
      hasBackslashes: fc.boolean(),
      hasOtherNames: fc.boolean(),
      isStrict: fc.boolean(),
      prefix: fc.constantFrom('x', 'ns0'),
      hasReferences: fc.boolean(),
      isReversed: fc.boolean(),
      isPretty: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le'),
      hasMissingStyle: fc.boolean(),
      hasCharacterNumbers: fc.boolean(),
    },
    { requiredKeys: ['texts'] },
  );

  it('of one sheet', async () => {
    await fc.assert(
      fc.asyncProperty(rows, style, async (list, how) => {
        const escaped = list.map((cells) => cells.map((one) => one.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')));
        const [sheet] = await sheetsOf(workbookFile([{ name: 'Türen & <Tore>', rows: escaped }], how));
        const expected = list.map((cells, at) => ({ line: at + 1, cells: withoutEnd(cells) }));
        expect(sheet).toEqual({
          name: 'Türen & <Tore>',
          isHidden: false,
          rows: expected.filter(({ cells }) => cells.length > 0),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of several, with those marked that are hidden', async () => {
    const states = fc.constantFrom<SheetToWrite['state']>(undefined, 'hidden', 'veryHidden');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(rows, states), { minLength: 1, maxLength: 4 }), style, async (lists, how) => {
        const sheets = lists.map(([list, state], at) => ({ name: `S${at}`, rows: list, ...(state && { state }) }));
        const read = await sheetsOf(workbookFile(sheets, how));
        expect(read.map(({ name, isHidden }) => [name, isHidden])).toEqual(
          sheets.map(({ name, state }) => [name, state !== undefined]),
        );
      }),
      { numRuns: 50 },
    );
  });

  const withoutEnd = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((one) => one !== '') + 1);
});

describe('cells', () => {
  const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

  it.each([
    ['<c><v>90071992547409931</v></c>', '90071992547409931'],
    ['<c t="n"><v>5001.0</v></c>', '5001'],
    ['<c><v>1.2345678901234501E+19</v></c>', '12345678901234501000'],
    ['<c><v>1.5</v></c>', '1.5'],
    ['<c><v>0.10000000000000001</v></c>', '0.1'],
    ['<c><v>-12E2</v></c>', '-1200'],
    ['<c><v>1E400</v></c>', '1E400'],
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="b"><v>false</v></c>', 'FALSE'],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="d"><v>2026-03-01T00:00:00.000Z</v></c>', '2026-03-01'],
    ['<c t="d"><v>2026-03-01T14:30:05</v></c>', '2026-03-01 14:30:05'],
    ['<c t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['<c t="str"><f>1</f><v>&#xD83D;&#xDEAA;</v></c>', '🚪'],
    ['<c s="x"><v>\n 7 \n</v></c>', '7'],
  ])('%s', async (xml, text) => {
    expect(await cellsOf(row(xml))).toEqual([[text]]);
  });

  it.each([
    ['00000', '123', '00123'],
    ['"R-"000', '7', 'R-007'],
    ['000\\-000', '123456', '123-456'],
    ['00000;-00000;@', '1234567', '1234567'],
    ['0', '123', '123'],
    ['#,##0', '1234', '1234'],
    ['0.00', '12', '12'],
    ['[Red]0000', '12', '0012'],
    ['d-mmm', '46357', '2026-12-01'],
    ['yyyy\\-mm\\-dd hh:mm', '46357.5', '2026-12-01 12:00:00'],
    ['h:mm', '0.5', '12:00'],
    ['[h]:mm:ss', '0.500011574', '12:00:01'],
    ['"day" 0', '5', 'day 5'],
    ['General', '5', '5'],
  ])('with the format %s: %s is shown as %s', async (format, value, text) => {
    const code = format.replaceAll('"', '&quot;');
    const styles = `<numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`;
    const xml = row(`<c s="1"><v>${value}</v></c>`);
    const parts = workbookParts([{ name: 'S', rows: [], xml }]).map(({ name, data }) => ({
      name,
      data: Buffer.from(data.toString().replace(/<cellXfs>.*<\/cellXfs>/, styles)),
    }));
    const [sheet] = await sheetsOf(zipFile(parts));
    expect(sheet?.rows).toEqual([{ line: 1, cells: [text] }]);
  });

  it('of a workbook that counts from 1904', async () => {
    const content = await contentOf(
      row('<c s="1"><v>44895</v></c>'),
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs><x/>',
      '<workbookPr date1904="1"/>',
    );
    expect(content.lines[0]?.cells).toEqual(['2026-12-01']);
  });

  it('are told from one another where they stand twice or out of order', async () => {
    const xml =
      '<sheetData><row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    expect(await cellsOf(xml)).toEqual([['1'], [], ['2', '3']]);
    expect(await cellsOf('<sheetData><row><c r="A4"><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>')).toEqual(
      [[], [], [], ['1'], ['2']],
    );
  });

  it('that are styled and empty make no columns', async () => {
    expect(await cellsOf(row('<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>'))).toEqual([['1']]);
  });
});

describe('what has to be said of a sheet', () => {
  it('merged cells, whose text stands in every row', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>7</v></c></row><row r="2"><c r="B2"><v>8</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/></mergeCells>';
    expect(await cellsOf(xml)).toEqual([
      ['1', '7'],
      ['1', '8'],
    ]);
    expect(await notesOf(xml)).toEqual([{ code: 'merged cells', cells: 1, first: 'A1:A2' }]);
  });

  it('formulas that nobody computed', async () => {
    const xml = '<sheetData><row><c><v>1</v></c><c><f>A1</f></c><c t="str"><f>A1</f><v></v></c></row></sheetData>';
    expect(await notesOf(xml)).toEqual([{ code: 'formulas without value', cells: 1, first: 'B1' }]);
  });

  it('rows that a filter hides', async () => {
    const xml = '<sheetData><row hidden="1"><c><v>1</v></c></row><row hidden="false"><c><v>2</v></c></row></sheetData>';
    expect([...(await contentOf(xml)).hiddenLines]).toEqual([1]);
  });
});

it('leaves out sheets that are charts', async () => {
  const parts = workbookParts([
    { name: 'Readers', rows: [['1']] },
    { name: 'Chart', rows: [] },
  ]).map(({ name, data }) => ({
    name,
    data: Buffer.from(
      data.toString().replace('/worksheet" Target="worksheets/sheet2', '/chartsheet" Target="worksheets/sheet2'),
    ),
  }));
  expect((await sheetsOf(zipFile(parts))).map(({ name }) => name)).toEqual(['Readers']);
});

it('reads the other sheets where one is damaged', async () => {
  const bytes = workbookFile([
    { name: 'Bad', rows: [], xml: '<sheetData><row>' },
    { name: 'Good', rows: [['1']] },
  ]);
  expect((await sheetsOf(bytes)).map(({ rows }) => rows)).toEqual(['damaged workbook', [{ line: 1, cells: ['1'] }]]);
});

describe('hostile workbooks are refused for the true reason, in little time and memory', () => {
  const sheet = (xml: string) => workbookFile([{ name: 'S', rows: [], xml }]);
  const damaged = (what: string) => expect.objectContaining({ code: 'damaged workbook', what });
  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, ' ');

  it.each<[string, () => Buffer, unknown]>([
    [
      'a row beyond the last',
      () => sheet('<sheetData><row r="99999999"><c><v>1</v></c></row></sheetData>'),
      { code: 'cell beyond the sheet', sheet: 'S', cell: 'row 99999999' },
    ],
    [
      'a column beyond the last',
      () => sheet('<sheetData><row><c r="ZZZZZZ1"><v>1</v></c></row></sheetData>'),
      { code: 'cell beyond the sheet', sheet: 'S', cell: 'ZZZZZZ1' },
    ],
    [
      'a column far to the right',
      () => sheet('<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>'),
      { code: 'too many columns in sheet', sheet: 'S', cell: 'XFD1' },
    ],
    [
      'a row that is no number',
      () => sheet('<sheetData><row r="-1"/></sheetData>'),
      { code: 'cell beyond the sheet', sheet: 'S', cell: 'row -1' },
    ],
    [
      'cells that are few in the file and many in memory',
      () =>
        sheet(
          `<sheetData>${Array.from({ length: 30_000 }, (_, at) => `<row><c r="ALL${at + 1}"><v>1</v></c></row>`).join('')}</sheetData>`,
        ),
      { code: 'workbook too large', what: 'cells' },
    ],
    [
      'merged cells over each other',
      () =>
        sheet(
          `<sheetData><row><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(500)}</mergeCells>`,
        ),
      { code: 'workbook too large', what: 'cells' },
    ],
    ['elements within elements', () => sheet('<a>'.repeat(1_000)), damaged('too deep')],
    [
      'entities of its own',
      () =>
        zipFile(
          workbookParts([{ name: 'S', rows: [] }]).map(({ name, data }) => ({
            name,
            data: name.endsWith('sheet1.xml')
              ? Buffer.from(
                  `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1_000)}"><!ENTITY d "&b;&b;&b;">]><worksheet>&d;</worksheet>`,
                )
              : data,
          })),
        ),
      damaged('document type'),
    ],
    [
      'an entity nobody defined',
      () => sheet('<sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>'),
      damaged('not well-formed'),
    ],
    [
      'a text that is not there',
      () => sheet('<sheetData><row><c t="s"><v>9</v></c></row></sheetData>'),
      damaged('no such text'),
    ],
    [
      'a part that unpacks to more than it declares',
      () =>
        zipFile([
          ...workbookParts([{ name: 'S', rows: [] }]).map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, data: megabytes(20), declaredBytes: 100 } : part,
          ),
        ]),
      damaged('cannot unpack'),
    ],
    [
      'a part that declares gigabytes',
      () =>
        zipFile(
          workbookParts([{ name: 'S', rows: [] }]).map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, declaredBytes: 0xf000_0000 } : part,
          ),
        ),
      { code: 'workbook too large', what: 'unpacked' },
    ],
    [
      'a part twice',
      () => zipFile([...workbookParts([{ name: 'S', rows: [] }]), { name: 'XL/workbook.xml', data: Buffer.from('') }]),
      damaged('part twice'),
    ],
    [
      'more parts than anybody has',
      () => zipFile(Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, data: Buffer.alloc(0) }))),
      { code: 'workbook too large', what: 'parts' },
    ],
    [
      'a text document',
      () => zipFile([{ name: 'word/document.xml', data: Buffer.from('<a/>') }]),
      { code: 'other program', program: 'Word' },
    ],
    [
      'a binary workbook',
      () => zipFile([{ name: 'xl/workbook.bin', data: Buffer.from('') }]),
      { code: 'other program', program: 'binary Excel' },
    ],
    [
      'an OpenDocument file',
      () => zipFile(['content.xml', 'META-INF/manifest.xml'].map((name) => ({ name, data: Buffer.from('') }))),
      { code: 'other program', program: 'OpenDocument' },
    ],
    [
      'a ZIP of a list',
      () => zipFile([{ name: 'readers.csv', data: Buffer.from('') }]),
      { code: 'other program', program: 'ZIP' },
    ],
    ['no ZIP', () => Buffer.from('PK\u0003\u0004 and no more'), damaged('no directory')],
  ])('%s', async (_, file, refusal) => {
    const bytes = file();
    const before = process.memoryUsage.rss();
    expect(await refusalOf(bytes)).toEqual(refusal);
    expect(process.memoryUsage.rss() - before).toBeLessThan(800 * 1024 * 1024);
  });

  it('a part that many sheets share counts each time it is unpacked', async () => {
    const opened = await ZipParts.open(zipFile([{ name: 'a.xml', data: Buffer.alloc(100) }]), {
      parts: 1,
      unpackedBytes: 250,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    expect((await opened.value.text('a.xml')).ok).toBe(true);
    expect((await opened.value.text('A.XML')).ok).toBe(true);
    expect(await opened.value.text('a.xml')).toEqual({
      ok: false,
      error: { code: 'workbook too large', what: 'unpacked' },
    });
  });

  it('and what is not in the directory is not looked at', async () => {
    const parts = workbookParts([{ name: 'S', rows: [['1', 'Door']] }]);
    const hidden = { name: 'xl/worksheets/sheet1.xml', data: megabytes(40), isUnlisted: true };
    const before = process.memoryUsage.rss();
    const [sheet] = await sheetsOf(zipFile([hidden, ...parts, hidden]));
    expect(sheet?.rows).toEqual([{ line: 1, cells: ['1', 'Door'] }]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
  });
});
