import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { anyText } from '../../core/testing/any-reader.ts';
import { cases } from '../../core/testing/cases.ts';
import { xlsxBytes } from './xlsx-bytes.ts';

const columns = [
  { title: 'ID', width: 12 },
  { title: 'Name', width: 40 },
];

/** What a reader of workbooks that knows nothing of ours finds; an empty cell is ''. */
async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const [sheet] = await readWorkbook(Buffer.from(bytes), { trim: false });
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

const odd = fc.constantFrom(
  '00124',
  '12345678901234567890',
  '=1+1',
  '7.39E+09',
  'true',
  ' a ',
  '_x000D_',
  '_x005F_x0041_',
  'a\r\nb',
  '\u0000\u001f\u0085\ufffd\ufffe',
  '\u{1fffe}',
  '\ud800x',
  'שלום 🚪',
  'constructor',
  '__proto__',
  'toString',
);

it('gives back the same cells, for every text', async () => {
  const cell = fc.oneof(anyText, odd, fc.string({ unit: fc.constantFrom('_', 'x', '0', '0', '4', '1', 'D') }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (rows) => {
      // An empty row at the end is no row to a workbook.
      const filled = rows.map(([id, name]): [string, string] => [`${id}!`, name]);
      const back = await cellsOf(await xlsxBytes({ sheetName: 'Readers', columns, rows: filled }));
      expect(back).toEqual([['ID', 'Name'], ...filled]);
    }),
    { numRuns: cases(200) },
  );
});

it('takes any name for the sheet', async () => {
  const names = ['Harbor [East]: 1/2?', "'", '', 'x'.repeat(40), 'Tür 🚪'];
  for (const sheetName of names) await expect(xlsxBytes({ sheetName, columns, rows: [] })).resolves.toBeTruthy();
  await fc.assert(
    fc.asyncProperty(anyText, async (sheetName) => void (await xlsxBytes({ sheetName, columns, rows: [] }))),
    {
      numRuns: cases(50),
    },
  );
});
