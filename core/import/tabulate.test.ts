import { describe, expect, it } from 'vitest';
import type { ImportSheet } from './import-sheet.ts';
import { tabulate } from './tabulate.ts';

function sheetOf(rows: readonly (readonly string[])[]): ImportSheet {
  return { lines: rows.map((cells, index) => ({ line: index + 1, cells })), names: null, isText: true, notes: [] };
}

function table(rows: readonly (readonly string[])[], headerLine: number | null = null) {
  const tabulated = tabulate(sheetOf(rows), headerLine);
  if (!tabulated.ok) throw new Error(tabulated.error.code);
  return tabulated.value;
}

describe('the header line', () => {
  it.each<[string, string[][], number]>([
    [
      'first line',
      [
        ['Reader ID', 'Name'],
        ['1', 'Lobby'],
      ],
      1,
    ],
    ['title lines above', [['Acme Inc.'], ['Readers', ''], [''], ['Leser-Nr.', 'Bezeichnung'], ['1', 'Tür']], 4],
    ['one column', [['Name'], ['Lobby'], ['Dock']], 1],
    [
      'names nobody foresaw',
      [
        ['Kenn', 'Wo'],
        ['124', 'Lobby 1'],
        ['125', 'Dock 2'],
      ],
      1,
    ],
    [
      'a name twice beside others',
      [
        ['Reader ID', 'Description', 'Panel ID', 'Description'],
        ['1', 'Lobby', '7', 'North panel'],
      ],
      1,
    ],
    [
      'none: data with one such word twice',
      [
        ['124', 'Door', 'door'],
        ['125', 'Door', 'Lobby'],
      ],
      0,
    ],
    [
      'none: data from the first line',
      [
        ['00124', 'Lobby'],
        ['00125', 'Dock'],
      ],
      0,
    ],
    [
      'none: words only',
      [
        ['Lobby', 'North'],
        ['Dock', 'South'],
      ],
      0,
    ],
    [
      'none: data with a word that is a column name',
      [
        ['124', 'Door'],
        ['125', 'Door'],
      ],
      0,
    ],
  ])('is found: %s', (_, rows, line) => {
    expect(table(rows).detectedHeaderLine).toBe(line);
  });

  it('can be chosen, or be none', () => {
    const rows = [
      ['ID', 'Name'],
      ['1', 'Lobby'],
      ['2', 'Dock'],
    ];
    expect(table(rows, 2)).toMatchObject({
      headerLine: 2,
      detectedHeaderLine: 1,
      columns: [{ header: '1' }, { header: 'Lobby' }],
    });
    expect(table(rows, 0)).toMatchObject({ headerLine: 0, columns: [{ header: '' }, { header: '' }] });
    expect(table(rows, 0).rows).toHaveLength(3);
    expect(table(rows, 0).notes).toContainEqual({ code: 'no header found' });
  });
});

it('says what it left out, with the first line of each', () => {
  const { notes, rows } = table([
    ['ID', 'Name'],
    ['1', ' Lobby '],
    ['', ''],
    ['2', 'Dock', 'x'],
    ['3', 'T\ufffdr'],
  ]);
  expect(rows.map(({ line }) => line)).toEqual([2, 4, 5]);
  expect(rows[0]?.cells).toEqual(['1', 'Lobby']);
  expect(notes).toEqual([
    { code: 'undecodable characters', lines: 1, first: 5 },
    { code: 'uneven lines', lines: 1, first: 4 },
    { code: 'outer spaces', lines: 1, first: 2 },
    { code: 'blank lines skipped', lines: 1 },
  ]);
});

it('leaves the texts of our own export exactly as they are', () => {
  const { rows, isExact } = table([
    ['device_id', 'device_name'],
    [' 1', ' Lobby '],
  ]);
  expect(isExact).toBe(true);
  expect(rows[0]?.cells).toEqual([' 1', ' Lobby ']);
});

it.each([
  ['change', 'device_id', 'device_name'],
  ['device_id', 'device_name', 'device_name_in_camio'],
])('refuses an export of changes: its removed readers would come back (%s, %s, %s)', (...header) => {
  const sheet = sheetOf([header, ['removed', '1', 'Lobby']]);
  expect(tabulate(sheet, null)).toEqual({ ok: false, error: { code: 'list of changes' } });
});

it('counts filled cells, and drops empty columns at the end', () => {
  const { columns } = table([
    ['ID', 'Name', ''],
    ['1', '', ''],
    ['2', 'Dock', ''],
  ]);
  expect(columns).toEqual([
    { header: 'ID', filled: 2 },
    { header: 'Name', filled: 1 },
  ]);
});

it('refuses a table without rows, and one that no list is as wide as', () => {
  expect(tabulate(sheetOf([['ID', 'Name']]), null)).toEqual({ ok: false, error: { code: 'no rows' } });
  const wide = Array.from({ length: 1_001 }, (_, index) => `c${index}`);
  expect(tabulate(sheetOf([wide, wide]), null)).toMatchObject({ error: { code: 'too many columns' } });
});

describe('apostrophes before what could be a formula', () => {
  const cellsIn = (header: string, more: Partial<ImportSheet>) => {
    const sheet = {
      ...sheetOf([
        [header, 'device_name'],
        ['7', "'-2 Parking"],
        ['8', "''=1"],
        ['9', "'s Gate"],
      ]),
      ...more,
    };
    const tabulated = tabulate(sheet, null);
    return tabulated.ok ? tabulated.value.rows.map(({ cells }) => cells[1]) : tabulated.error;
  };
  const asTheyAre = ["'-2 Parking", "''=1", "'s Gate"];

  it('go from a workbook that was saved of our own export, and from no other', () => {
    expect(cellsIn('device_id', { isText: false })).toEqual(['-2 Parking', "'=1", "'s Gate"]);
    expect(cellsIn('Reader ID', { isText: false })).toEqual(asTheyAre);
  });

  it('stay in JSON, and in a text, which was read without them', () => {
    const lines = [{ line: 1, cells: ['7', "'-2 Parking"] }];
    const json = tabulate({ lines, names: ['device_id', 'device_name'], isText: false, notes: [] }, null);
    expect(json).toMatchObject({ ok: true, value: { rows: lines } });
    expect(cellsIn('device_id', { isText: true })).toEqual(asTheyAre);
  });
});
