import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../csv/csv-text.ts';
import { sameReader } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';
import { anyReader } from '../testing/any-reader.ts';
import { cases } from '../testing/cases.ts';
import { readersFromCells } from './csv.ts';
import { exportTable } from './export-table.ts';

type Delimiter = ',' | ';';
const delimiters = [',', ';'] as const;

/** Readers as an export writes them. */
function formatReadersCsv(readers: readonly Reader[], delimiter: Delimiter = ','): string {
  const rows = readers.map((reader) => ({ change: 'unchanged' as const, reader, nameInCamio: reader.name }));
  const { header, lines } = exportTable(rows, ['id', 'name', 'other fields']);
  return formatCsv([header, ...lines], delimiter);
}

/** Through the bytes of a file and a CSV parser that knows nothing of our format. */
function cellsOf(csv: string, delimiter: Delimiter = ','): string[][] {
  const bytes = new TextEncoder().encode(csv);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\r\n', skipEmptyLines: false });
  expect(errors).toEqual([]);
  expect(data.pop()).toEqual(['']);
  return data;
}

describe('CSV of readers', () => {
  it('gives back the same readers, for every text', () => {
    fc.assert(
      fc.property(fc.array(anyReader, { maxLength: 5 }), fc.constantFrom(...delimiters), (readers, delimiter) => {
        const back = readersFromCells(cellsOf(formatReadersCsv(readers, delimiter), delimiter));
        if (!back.ok) throw new Error(`Not read back: ${back.error.code} in line ${back.error.line}`);
        expect(back.value.length).toBe(readers.length);
        back.value.forEach((reader, index) => {
          const original = readers[index];
          expect(original && sameReader(reader, original), JSON.stringify([original, reader])).toBe(true);
        });
      }),
      { numRuns: cases(500) },
    );
  });

  it('has no cell that a spreadsheet takes for a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyReader, { maxLength: 5 }), fc.constantFrom(...delimiters), (readers, delimiter) => {
        for (const cell of cellsOf(formatReadersCsv(readers, delimiter), delimiter).flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it('is what Excel opens: byte order mark, header, CRLF, quotes where needed', () => {
    const readers: Reader[] = [
      { id: '00125', name: 'Lobby "South", Turnstile' },
      { id: '=1+1', name: "'=x" },
    ];
    expect(formatReadersCsv(readers)).toBe(
      '\ufeffdevice_id,device_name\r\n00125,"Lobby ""South"", Turnstile"\r\n\'=1+1,\'\'=x\r\n',
    );
  });

  it('has semicolons instead of commas where the person chose them', () => {
    expect(formatReadersCsv([{ id: '1;2', name: 'Lobby, South' }], ';')).toBe(
      '\ufeffdevice_id;device_name\r\n"1;2";"Lobby, South"\r\n',
    );
  });

  it('carries unknown fields in a column of their own, only where there are any', () => {
    const plain: Reader = { id: '1', name: 'Lobby' };
    const odd: Reader = { id: '2', name: 'Dock', extra: { floor: { isLosslessNumber: true, value: '1.0' } } };
    expect(formatReadersCsv([plain, { ...plain, extra: {} }])).not.toContain('other_fields_json');
    expect(formatReadersCsv([plain, odd])).toBe(
      '\ufeffdevice_id,device_name,other_fields_json\r\n1,Lobby,\r\n2,Dock,"{""floor"":1.0}"\r\n',
    );
  });

  it.each([
    ['other columns', 1, [['id', 'name']]],
    ['other columns', 1, [[]]],
    ['other columns', 1, []],
    ['other number of cells', 3, [['device_id', 'device_name'], ['1', 'Lobby'], ['2']]],
    [
      'other fields are not JSON',
      2,
      [
        ['device_id', 'device_name', 'other_fields_json'],
        ['1', 'Lobby', '{'],
      ],
    ],
    [
      'other fields are not JSON',
      2,
      [
        ['device_id', 'device_name', 'other_fields_json'],
        ['1', 'Lobby', '[1]'],
      ],
    ],
  ])('refuses what is not an export of ours: %s', (code, line, cells) => {
    expect(readersFromCells(cells)).toEqual({ ok: false, error: { code, line } });
  });
});
