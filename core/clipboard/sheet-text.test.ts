import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-reader.ts';
import { cases } from '../testing/cases.ts';
import { formatSheetText, sheetRows } from './sheet-text.ts';

const tricky = fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', ' ', '=') });
const cell = fc.oneof(anyText, tricky);

describe('text for and from a spreadsheet', () => {
  it('gives back the same cells, for every text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (rows) => {
        expect([...sheetRows(formatSheetText(rows))]).toEqual(rows);
      }),
      { numRuns: cases(500) },
    );
  });

  it('is read by others as the same cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
        // A parser of files would take a byte order mark for the file's own where it comes first.
        const headed = [['id', 'name'], ...rows];
        const { data } = Papa.parse<string[]>(formatSheetText(headed), { delimiter: '\t', newline: '\r\n' });
        expect(data.slice(0, -1)).toEqual(headed);
      }),
    );
  });

  it.each([
    [
      'Excel on Windows',
      '00123\tLobby\r\n00124\tRoof\r\n',
      [
        ['00123', 'Lobby'],
        ['00124', 'Roof'],
      ],
    ],
    [
      'LibreOffice, no line break at the end',
      '00123\tLobby\n00124\tRoof',
      [
        ['00123', 'Lobby'],
        ['00124', 'Roof'],
      ],
    ],
    [
      'a cell with a line break',
      '1\t"Lobby\nNorth ""A"""\n2\tRoof\n',
      [
        ['1', 'Lobby\nNorth "A"'],
        ['2', 'Roof'],
      ],
    ],
    [
      'quotes that are the text’s own',
      '1\t"Lobby"\n2\t12" pipe\n',
      [
        ['1', '"Lobby"'],
        ['2', '12" pipe'],
      ],
    ],
    [
      'a quote that is never closed',
      '"Lobby\tNorth\n2\tRoof',
      [
        ['"Lobby', 'North'],
        ['2', 'Roof'],
      ],
    ],
    ['empty cells and rows', '\tLobby\n\n1\t\n', [['', 'Lobby'], [''], ['1', '']]],
    ['a tab at the end', '1\t', [['1', '']]],
    ['nothing', '', []],
  ])('reads what spreadsheets copy: %s', (_what, text, rows) => {
    expect([...sheetRows(text)]).toEqual(rows);
  });
});
