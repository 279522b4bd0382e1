import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reader } from '../readers/reader.ts';
import { bodyBytes, encodeDeviceList, parseDeviceList, prettyDeviceList } from './device-list.ts';
import { firstGeneration, laterGeneration } from './dialect.ts';
import { parseLossless } from './lossless.ts';

const door = { id: '00124', name: 'Turnstile 1' };
const entry = '{"device_id":"00124","device_name":"Turnstile 1"}';

const anyText = fc.string({ unit: 'binary' });
const extraField = fc.oneof(
  anyText,
  fc.boolean(),
  fc.constant(null),
  fc.bigInt().map((value) => ({ isLosslessNumber: true, value: String(value) }) as const),
  fc.array(anyText, { maxLength: 3 }),
);
const extra = fc.dictionary(
  anyText.filter((key) => key !== 'device_id' && key !== 'device_name'),
  extraField,
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);
const reader: fc.Arbitrary<Reader> = fc.oneof(
  fc.record({ id: anyText, name: anyText }),
  fc.record({ id: anyText, name: anyText, extra }),
);

describe('encodeDeviceList', () => {
  test('is exactly the body of each dialect', () => {
    expect(encodeDeviceList([door], firstGeneration)).toBe(`{"readers":[${entry}]}`);
    expect(encodeDeviceList([door], laterGeneration)).toBe(`{"devices":[${entry}]}`);
    expect(encodeDeviceList([], firstGeneration)).toBe('{"readers":[]}');
  });

  test('leaves out a name that is empty and gives unknown fields back in their order', () => {
    const plain: Reader = { id: '1', name: '', extra: { zone: 'B', floor: { isLosslessNumber: true, value: '1.0' } } };
    expect(encodeDeviceList([plain], firstGeneration)).toBe('{"readers":[{"device_id":"1","zone":"B","floor":1.0}]}');
  });

  test('never writes an id or a name twice', () => {
    const odd: Reader = { ...door, extra: { device_id: 'other', device_name: 'other', zone: 'B' } };
    expect(encodeDeviceList([odd], firstGeneration)).toBe(
      '{"readers":[{"device_id":"00124","device_name":"Turnstile 1","zone":"B"}]}',
    );
  });

  test('is undone by parseDeviceList, for every string and every unknown field', () => {
    fc.assert(
      fc.property(fc.array(reader), fc.constantFrom(firstGeneration, laterGeneration), (readers, dialect) => {
        const body = encodeDeviceList(readers, dialect);
        expect(parseDeviceList(body)).toEqual({ ok: true, value: { readers, seenAs: dialect.listKey } });
      }),
    );
  });

  test('shows the same data when indented', () => {
    fc.assert(
      fc.property(fc.array(reader), (readers) => {
        const pretty = parseLossless([...prettyDeviceList(readers, firstGeneration)].join(''));
        expect(pretty).toEqual(parseLossless(encodeDeviceList(readers, firstGeneration)));
      }),
    );
  });

  test('its size counts bytes, not characters', () => {
    expect(bodyBytes('Zürich 🚪')).toBe(12);
  });
});

describe('parseDeviceList', () => {
  test.each([
    ['readers', `{"readers":[${entry}]}`],
    ['devices', `{"devices":[${entry}]}`],
    ['bare', `[${entry}]`],
  ])('reads a list under %s', (seenAs, text) => {
    expect(parseDeviceList(text)).toEqual({ ok: true, value: { readers: [door], seenAs } });
  });

  test('an empty list is a list', () => {
    expect(parseDeviceList(' {"readers": []}\n')).toEqual({ ok: true, value: { readers: [], seenAs: 'readers' } });
    expect(parseDeviceList('[]')).toEqual({ ok: true, value: { readers: [], seenAs: 'bare' } });
  });

  test('of two lists the one with readers counts, and the preferred key where both have some', () => {
    expect(parseDeviceList(`{"readers":[],"devices":[${entry}]}`)).toMatchObject({ value: { seenAs: 'devices' } });
    expect(parseDeviceList(`{"readers":null,"devices":[]}`)).toMatchObject({ value: { seenAs: 'devices' } });
    const both = `{"readers":[${entry}],"devices":[${entry},${entry}]}`;
    expect(parseDeviceList(both)).toMatchObject({ value: { seenAs: 'readers' } });
    expect(parseDeviceList(both, 'devices')).toMatchObject({ value: { seenAs: 'devices' } });
  });

  test('numbers as ids keep every digit, and a missing name is empty', () => {
    const text = '{"readers":[{"device_id":12345678901234567890},{"device_id":7,"device_name":null}]}';
    const readers = [
      { id: '12345678901234567890', name: '' },
      { id: '7', name: '' },
    ];
    expect(parseDeviceList(text)).toMatchObject({ ok: true, value: { readers } });
  });

  test('an unknown field called __proto__ is a field like any other', () => {
    const text = '{"readers":[{"device_id":"1","__proto__":{"admin":true}}]}';
    const list = parseDeviceList(text);
    expect(list.ok && encodeDeviceList(list.value.readers, firstGeneration)).toBe(text);
  });

  test.each([
    ['nothing', '', 'The answer is empty.'],
    ['white space', ' \n', 'The answer is empty.'],
    ['a web page', '<!doctype html><p>Sign in', 'The answer is a web page or XML, not JSON.'],
    ['half a list', `{"readers":[${entry}`, 'The answer is not JSON, or it breaks off early.'],
    ['other JSON', '{"status":"ok"}', 'The answer is JSON, but holds no list under “readers” or “devices”.'],
    ['an object as list', '{"readers":{}}', 'The answer is JSON, but holds no list under “readers” or “devices”.'],
    ['null', 'null', 'The answer is JSON, but holds no list under “readers” or “devices”.'],
    ['a number', '0', 'The answer is JSON, but holds no list under “readers” or “devices”.'],
    ['an entry without id', `[${entry},{"device_name":"x"}]`, 'Entry 2 of the list has no device_id.'],
    ['a null id', '[{"device_id":null}]', 'Entry 1 of the list has no device_id.'],
    ['an id of another kind', '[{"device_id":[1]}]', 'Entry 1 of the list has no text as id.'],
    [
      'a name of another kind',
      '[{"device_id":"1","device_name":{}}]',
      'Entry 1 of the list has a device_name that is not text.',
    ],
    ['text as entry', '["00124"]', 'Entry 1 of the list is not an object.'],
    ['a number as entry', '[7]', 'Entry 1 of the list is not an object.'],
  ])('%s is never taken for a list', (_what, text, why) => {
    expect(parseDeviceList(text)).toEqual({ ok: false, error: { why, excerpt: text.trim() } });
  });

  test('a part of a list is no list: its readers and the keys that say so are told', () => {
    const read = parseDeviceList(`{"readers":[${entry}],"next":"/devices?page=2","total":50}`);
    expect(read).toMatchObject({
      ok: false,
      error: {
        why: 'The answer holds 1 reader, and “next” and “total” beside them say that this is not the whole list.',
        part: { readers: [door], keys: ['next', 'total'] },
      },
    });
    expect(parseDeviceList(`{"readers":[${entry}],"next":null,"total":1}`).ok).toBe(true);
  });

  test.each([
    ['{"readers":[],"error":"upstream timed out"}', 'error'],
    ['{"devices":[],"success":false}', 'success'],
  ])('%s is an error, not an empty list', (text, key) => {
    const why = `The answer holds an empty list with “${key}” beside it, so it is an error.`;
    expect(parseDeviceList(text)).toEqual({ ok: false, error: { why, excerpt: text } });
  });

  test('a long answer is quoted by its beginning', () => {
    const read = parseDeviceList(`<html>${'x'.repeat(500)}`);
    expect(!read.ok && read.error.excerpt).toBe(`<html>${'x'.repeat(194)}…`);
  });
});
