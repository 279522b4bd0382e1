import { expect, it } from 'vitest';
import { bindRows } from './bind-rows.ts';
import { camerasByName } from './cameras-by-name.ts';
import type { ImportMapping } from './import-table.ts';

const none = { columns: [], separator: ' ' };
const mapping: ImportMapping = {
  id: { columns: [0, 1], separator: '-' },
  name: { columns: [2, 3], separator: ' – ' },
  otherFields: null,
  site: null,
};
const readers = { target: 'readers', isExact: false } as const;

function bound(cells: readonly string[], binding = mapping, how: Parameters<typeof bindRows>[2] = readers) {
  return bindRows([{ line: 2, cells }], binding, how)[0];
}

it('joins columns; a name leaves out what is empty, half an id is none', () => {
  expect(bound(['12', '7', 'Harbor', 'Lobby'])).toMatchObject({ id: '12-7', name: 'Harbor – Lobby' });
  expect(bound(['12', '7', '', 'Lobby'])).toMatchObject({ name: 'Lobby' });
  expect(bound(['12', '', 'Harbor', 'Lobby'])).toMatchObject({ id: '' });
  expect(bound(['12'])).toMatchObject({ id: '', name: null });
});

it('takes an empty cell for no word about the name, but in a file that is exact', () => {
  const single = { ...mapping, id: { columns: [0], separator: '-' }, name: { columns: [1], separator: ' ' } };
  expect(bound(['1', ''], single)).toMatchObject({ name: null });
  expect(bound(['1', ''], single, { target: 'readers', isExact: true })).toMatchObject({ name: '' });
  expect(bound(['1', ''], { ...single, name: none })).toMatchObject({ name: null });
});

it('knows cameras without ids by a name that only one of them has', () => {
  const byName = { ...mapping, id: none, name: { columns: [0], separator: ' ' } };
  const rows = bindRows(
    ['Lobby', 'Dock', 'Roof', 'Yard'].map((name, index) => ({ line: index + 2, cells: [name] })),
    byName,
    { target: 'cameras', isExact: false },
  );
  const known = {
    ids: ['c1', 'c2', 'c3', 'Yard'],
    names: ['Lobby', 'Dock', 'Dock', 'Lobby 2'],
    sites: null,
    listed: 4,
  };
  const { rows: named, several } = camerasByName(rows, known, new Set());
  expect(named.map(({ id }) => id)).toEqual(['c1', 'c2', 'Roof', 'Yard (2)']);
  // Two cameras are called Dock, and nobody knows which is meant.
  expect([...several]).toEqual([3]);
});
