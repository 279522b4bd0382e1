import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDeviceList } from '../camio/device-list.ts';
import { anyReader } from '../testing/any-reader.ts';
import { cases } from '../testing/cases.ts';
import { looksLikeJson, readJson } from './read-json.ts';

function sheetOf(text: string) {
  const read = readJson(text);
  if (!read.ok) throw new Error(read.error.code);
  const { sheet } = read.value;
  return { names: sheet.names, cells: sheet.lines.map(({ cells }) => cells) };
}

it('reads Camio’s list in its shapes, with every digit of an id', () => {
  const names = ['device_id', 'device_name'];
  const cells = [['12345678901234567890', 'Lobby']];
  const list = '[{"device_id":12345678901234567890,"device_name":"Lobby"}]';
  expect(sheetOf(list)).toEqual({ names, cells });
  expect(sheetOf(`{"readers":${list}}`)).toEqual({ names, cells });
  expect(sheetOf(`{"devices":${list},"readers":[]}`)).toEqual({ names, cells });
});

it('keeps the fields it does not know, in a column of their own', () => {
  expect(sheetOf('{"readers":[{"device_id":"1","floor":1.0},{"device_id":"2"}]}')).toEqual({
    names: ['device_id', 'device_name', 'other_fields_json'],
    cells: [
      ['1', '', '{"floor":1.0}'],
      ['2', '', ''],
    ],
  });
});

it('reads lists of other flat objects by their keys', () => {
  const text = '{"total":2,"doors":[{"id":7,"name":"Lobby","tags":["a"]},{"name":"Dock","on":true,"id":null}]}';
  expect(sheetOf(text)).toEqual({
    names: ['id', 'name', 'tags', 'on'],
    cells: [
      ['7', 'Lobby', '["a"]', ''],
      ['', 'Dock', '', 'true'],
    ],
  });
});

it('reads one object a line', () => {
  expect(sheetOf('{"id":1}\n{"id":2}\r\n\n{"id":3}').cells).toEqual([['1'], ['2'], ['3']]);
});

describe('refuses', () => {
  it.each([
    ['text that breaks off', '{"readers":[{"device_id":"1"', { code: 'not JSON' }],
    ['an object without a list', '{"a":1}', { code: 'other JSON', why: 'it holds no list of objects.' }],
    ['a list of texts', '["1","2"]', { code: 'other JSON', why: 'entry 1 of its list is not an object.' }],
    ['a number among objects', '[{"id":1},2]', { code: 'other JSON', why: 'entry 2 of its list is not an object.' }],
    ['our own export of changes', '{"kind":"reader-desk changes","changes":[]}', { code: 'list of changes' }],
  ])('%s', (_, text, error) => {
    expect(readJson(text)).toMatchObject({ ok: false, error });
  });
});

it('gives back every list as it was', () => {
  const readers = fc.array(anyReader, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(readers, (list) => {
      const { cells } = sheetOf(encodeDeviceList(list, { listKey: 'readers' }));
      expect(cells.map(([id, name]) => ({ id, name }))).toEqual(list.map(({ id, name }) => ({ id, name })));
    }),
  );
});

it('never throws, whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'a', '\n') });
  fc.assert(
    fc.property(fc.oneof(text, fc.json()), (any) => void readJson(any)),
    { numRuns: cases(1_000) },
  );
});

it.each([
  ['[{"device_id":"1"}]', 'a.txt', true],
  ['{"readers":[]}', 'a', true],
  ['broken', 'a.json', true],
  ['[Lobby];1\n', 'a.csv', false],
  ['id,name\n', 'a.csv', false],
])('tells JSON from lines of cells: %s in %s', (text, fileName, isJson) => {
  expect(looksLikeJson(text, fileName)).toBe(isJson);
});
