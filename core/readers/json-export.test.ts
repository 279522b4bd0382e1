import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeDeviceList, parseDeviceList } from '../camio/device-list.ts';
import { firstGeneration, laterGeneration } from '../camio/dialect.ts';
import { sameReader } from './change.ts';
import { formatReadersJson } from './json-export.ts';
import { anyReader } from './reader.arbitrary.ts';

it('gives back the same readers, for every text and dialect', () => {
  const dialects = fc.constantFrom(firstGeneration, laterGeneration);
  fc.assert(
    fc.property(fc.array(anyReader, { maxLength: 5 }), dialects, (readers, dialect) => {
      const bytes = new TextEncoder().encode(formatReadersJson(readers, dialect));
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
