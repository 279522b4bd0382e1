import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-reader.ts';
import { cases } from '../testing/cases.ts';
import { formatCsv, unguardCell } from './csv-text.ts';
import { parseCsv } from './parse-csv.ts';

function linesOf(text: string, delimiter = ',') {
  const parsed = parseCsv(text, delimiter);
  if (parsed.flaw) throw new Error(`${parsed.flaw.code} on line ${parsed.flaw.line}`);
  return parsed.lines;
}

it('numbers lines as an editor does, also after cells of several lines', () => {
  expect(linesOf('id,name\r\n1,"Dock\r\nNorth"\r\n\r\n2,"a\nb\rc"\r\n3,Roof\r\n')).toEqual([
    { line: 1, cells: ['id', 'name'] },
    { line: 2, cells: ['1', 'Dock\r\nNorth'] },
    { line: 4, cells: [''] },
    { line: 5, cells: ['2', 'a\nb\rc'] },
    { line: 8, cells: ['3', 'Roof'] },
  ]);
});

it.each([
  ['LF', 'a,b\n1,2\n'],
  ['CRLF', 'a,b\r\n1,2\r\n'],
  ['CR', 'a,b\r1,2\r'],
  ['both in one file', 'a,b\n1,2\r\n'],
  ['both, with quotes', '"a","b"\n"1","2"\r\n'],
  ['no end of the last line', 'a,b\n1,2'],
])('reads line ends: %s', (_, text) => {
  expect(linesOf(text).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('takes a quotation mark within a cell as it is', () => {
  expect(linesOf('1,19" rack\n2,5\'6"\n').map(({ cells }) => cells)).toEqual([
    ['1', '19" rack'],
    ['2', '5\'6"'],
  ]);
});

describe('quotes that do not pair up', () => {
  it('names the line where an unclosed one opens, and swallows nothing', () => {
    expect(parseCsv('id,name\n1,"a\nb"\n2,"Dock\n3,Roof\n4,Lobby\n', ',')).toEqual({
      lines: [
        { line: 1, cells: ['id', 'name'] },
        { line: 2, cells: ['1', 'a\nb'] },
      ],
      flaw: { code: 'unclosed quote', line: 4 },
    });
  });

  it('names the line where text follows a closed one', () => {
    expect(parseCsv('id,name\n1,"Main" door\n2,"Roof"\n', ',')).toEqual({
      lines: [{ line: 1, cells: ['id', 'name'] }],
      flaw: { code: 'text after quote', line: 2 },
    });
  });
});

it('gives back every text of an export, each on the line it is on', () => {
  const rows = fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.constantFrom(',' as const, ';' as const), (cells, delimiter) => {
      const text = formatCsv([['device_id', 'device_name'], ...cells], delimiter).slice(1);
      const lines = linesOf(text, delimiter);
      expect(lines.slice(1).map((line) => line.cells.map(unguardCell))).toEqual(cells);
      const starts = text.split('\r\n');
      expect(lines[0]?.line).toBe(1);
      expect(lines.at(-1)?.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      expect(starts.length).toBeGreaterThan(cells.length);
    }),
    { numRuns: cases(500) },
  );
});

it('never throws, whatever the text', () => {
  const pieces = fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', 'a', ' ', '\t', '\ufeff') });
  fc.assert(
    fc.property(pieces, fc.constantFrom(',', ';', '\t', '|'), (text, delimiter) => {
      parseCsv(text, delimiter);
    }),
    { numRuns: cases(1_000) },
  );
});
