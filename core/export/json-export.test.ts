import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDeviceList, parseDeviceList } from '../camio/device-list.ts';
import { type Dialect, firstGeneration, laterGeneration } from '../camio/dialect.ts';
import { sameReader } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';
import { anyReader } from '../testing/any-reader.ts';
import type { ExportRow } from './export-rows.ts';
import { type ExportOrigin, ownJsonPieces, readersJsonPieces } from './json-export.ts';

const origin: ExportOrigin = {
  list: 'draft',
  connection: 'Harbor "East"',
  exportedAt: '2021-11-01T17:30:10.000Z',
  readAt: '2021-11-01T17:00:00.000Z',
};

const asRow = (reader: Reader): ExportRow => ({ change: 'unchanged', reader, nameInCamio: reader.name });

const formatReadersJson = (readers: readonly Reader[], dialect: Pick<Dialect, 'listKey'>) =>
  [...readersJsonPieces(readers.map(asRow), dialect)].join('');
const formatOwnJson = (rows: readonly ExportRow[], from: ExportOrigin) => [...ownJsonPieces(rows, from)].join('');

const shapes = {
  'Camio’s, first generation': (readers: readonly Reader[]) => formatReadersJson(readers, firstGeneration),
  'Camio’s, later generation': (readers: readonly Reader[]) => formatReadersJson(readers, laterGeneration),
  'our own': (readers: readonly Reader[]) => formatOwnJson(readers.map(asRow), origin),
};

it.each(Object.entries(shapes))('gives back the same readers, for every text: %s', (_name, format) => {
  fc.assert(
    fc.property(fc.array(anyReader, { maxLength: 5 }), (readers) => {
      const bytes = new TextEncoder().encode(format(readers));
      const back = parseDeviceList(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      if (!back.ok) throw new Error(back.error.why);
      expect(back.value.readers.length).toBe(readers.length);
      back.value.readers.forEach((reader, index) => {
        const original = readers[index];
        expect(original && sameReader(reader, original)).toBe(true);
      });
    }),
  );
});

it('is the body of a push, indented', () => {
  const readers = [{ id: '00125', name: 'Lobby' }];
  const text = formatReadersJson(readers, firstGeneration);
  expect(text.replace(/\s/g, '')).toBe(encodeDeviceList(readers, firstGeneration));
  expect(text).toContain('\n    {\n      "device_id": "00125"');
});

describe('JSON of our own', () => {
  it('says where the list is from', () => {
    const text = formatOwnJson([asRow({ id: '00125', name: 'Lobby' })], origin);
    expect(JSON.parse(text)).toEqual({
      kind: 'reader-desk readers',
      version: 1,
      ...origin,
      readers: [{ device_id: '00125', device_name: 'Lobby' }],
    });
  });

  it('is not taken for a whole list where it holds changes', () => {
    const rows: ExportRow[] = [
      { change: 'renamed', reader: { id: '00125', name: 'Lobby' }, nameInCamio: 'Lobby North' },
      { change: 'added', reader: { id: '00200', name: 'Annex' }, nameInCamio: null },
    ];
    const text = formatOwnJson(rows, { ...origin, list: 'changes' });
    expect(JSON.parse(text)).toMatchObject({
      kind: 'reader-desk changes',
      changes: [
        { change: 'renamed', device_name_in_camio: 'Lobby North', reader: { device_id: '00125' } },
        { change: 'added', device_name_in_camio: null, reader: { device_id: '00200' } },
      ],
    });
    expect(parseDeviceList(text).ok).toBe(false);
  });
});
