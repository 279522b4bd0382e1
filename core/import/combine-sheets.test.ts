import fc from 'fast-check';
import { expect, it } from 'vitest';
import { combineSheets, type NamedSheet } from './combine-sheets.ts';
import type { ImportSheet } from './import-sheet.ts';
import { tabulate } from './tabulate.ts';

function sheetOf(name: string, rows: readonly (readonly string[])[]): NamedSheet {
  const lines = rows.map((cells, at) => ({ line: at + 1, cells }));
  const sheet: ImportSheet = { lines, names: null, isText: false, notes: [] };
  const tabulated = tabulate(sheet, 1);
  if (!tabulated.ok) throw new Error(tabulated.error.code);
  return { name, sheet, tabulated: tabulated.value };
}

it('puts columns of one name together, whatever their order, and says which sheet a row stood in', () => {
  const { lines, names, notes } = combineSheets([
    sheetOf('A', [
      ['ID', 'Name'],
      ['1', 'Gate'],
    ]),
    sheetOf('B', [
      ['Name', 'Floor', 'ID'],
      ['Dock', '2', '7'],
    ]),
  ]);
  expect(names).toEqual(['ID', 'Name', 'Floor', 'Sheet']);
  expect(lines).toEqual([
    { line: 2, cells: ['1', 'Gate', '', 'A'] },
    { line: 4, cells: ['7', 'Dock', '2', 'B'] },
  ]);
  expect(notes).toEqual([
    {
      code: 'sheets together',
      spans: [
        { sheet: 'A', first: 1, last: 2 },
        { sheet: 'B', first: 3, last: 4 },
      ],
    },
  ]);
});

it('keeps two columns of one name apart', () => {
  const { names, lines } = combineSheets([
    sheetOf('A', [
      ['ID', 'Name', 'Name'],
      ['1', 'Gate', 'North'],
    ]),
  ]);
  expect(names).toEqual(['ID', 'Name', 'Name', 'Sheet']);
  expect(lines[0]?.cells).toEqual(['1', 'Gate', 'North', 'A']);
});

it('loses no row and gives no two the same line', () => {
  const cell = fc.string({ minLength: 1, maxLength: 5 }).map((text) => `x${text.trim()}`);
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 4 }), (lists) => {
      const { lines } = combineSheets(lists.map((list, at) => sheetOf(`S${at}`, [['ID', 'Name'], ...list])));
      expect(lines.map(({ cells }) => cells)).toEqual(
        lists.flatMap((list, at) => list.map(([id, name]) => [id, name, `S${at}`])),
      );
      expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length);
    }),
  );
});
