import { expect, it } from 'vitest';
import { worksheetTable } from './worksheet-table.ts';

it('says of each reader what is to be done, and under which name Camio still has it', () => {
  const { rows } = worksheetTable([
    {
      camera: { id: 'c1', name: 'Lobby', site: '' },
      isDeleted: false,
      readers: [
        { reader: { id: 'r1', name: 'Gate', nameInCamio: 'Gate' }, mark: 'kept' },
        { reader: { id: 'r2', name: 'Dock', nameInCamio: 'Ramp' }, mark: 'new' },
        { reader: { id: 'r3', name: 'Hatch', nameInCamio: null }, mark: 'waiting' },
      ],
      clear: [{ id: 'r4', name: 'Door' }],
      isChanged: true,
      isDone: false,
    },
  ]);
  expect(rows.map((cells) => cells.slice(3))).toEqual([
    ['keep', 'Gate', 'r1', '', 'no'],
    ['choose', 'Dock', 'r2', 'Ramp', 'no'],
    ['push first', 'Hatch', 'r3', '', 'no'],
    ['clear', 'Door', 'r4', '', 'no'],
  ]);
});
