import { expect, it } from 'vitest';
import { namedReaders } from './named-readers.ts';

const readers = [
  { id: '12', name: 'Bay' },
  { id: '4', name: 'Loading Dock' },
  { id: 'ZH-A-0001', name: '' },
];

it.each([
  ['status 422: nothing like it', []],
  ['device_id 12 is taken', ['12']],
  ['device "ZH-A-0001", and 12', ['12', 'ZH-A-0001']],
  ['no such door: Loading Dock.', ['4']],
  ['Loading Docks', []],
  ['Bay', []],
  ['', []],
])('%s', (text, named) => {
  expect(namedReaders(readers, text)).toEqual(named);
});

it('names twenty at most', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ id: `r${index}`, name: '' }));
  expect(namedReaders(many, many.map(({ id }) => id).join(' '))).toHaveLength(20);
});
