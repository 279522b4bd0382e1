import { expect, it } from 'vitest';
import { emptyDraft, replay, startDraft } from '../draft/draft.ts';
import { columnsOf, type ExportList, exportColumnKeys, formatsOf } from './export-choice.ts';
import { exportRows } from './export-rows.ts';
import { exportTable } from './export-table.ts';

const draft = replay(
  startDraft({
    readAt: '2021-11-01T17:30:10.000Z',
    readers: [
      { id: '00123', name: 'Lobby North' },
      { id: '00124', name: 'Lobby South' },
      { id: '00125', name: 'Dock', extra: { floor: 'B1' } },
    ],
  }),
  [
    { kind: 'rename', names: [{ row: 1, name: 'Atrium' }] },
    { kind: 'delete', rows: [2] },
    { kind: 'add', readers: [{ id: '00200', name: '' }] },
  ],
);

const cells = (list: ExportList, selected: readonly number[] = []) =>
  exportTable(exportRows(draft, list, selected) ?? [], columnsOf(list)).lines;

it('has the draft as it would be sent, and Camio’s list as it was read', () => {
  expect(cells('draft')).toEqual([
    ['00123', 'Lobby North'],
    ['00124', 'Atrium'],
    ['00200', ''],
  ]);
  expect(cells('remote')).toEqual([
    ['00123', 'Lobby North', ''],
    ['00124', 'Lobby South', ''],
    ['00125', 'Dock', '{"floor":"B1"}'],
  ]);
});

it('has the selection in the order given, without readers that were removed', () => {
  expect(cells('selection', [3, 2, 0, 99])).toEqual([
    ['00200', ''],
    ['00123', 'Lobby North'],
  ]);
});

it('has the changes with what Camio has, a removed reader under its name', () => {
  expect(cells('changes')).toEqual([
    ['renamed', '00124', 'Atrium', 'Lobby South', ''],
    ['added', '00200', '', '', ''],
    ['removed', '00125', 'Dock', 'Dock', '{"floor":"B1"}'],
  ]);
});

it('has only the chosen columns, headed as an import knows them', () => {
  const rows = exportRows(draft, 'changes', []) ?? [];
  expect(exportTable(rows, exportColumnKeys).header).toEqual([
    'change',
    'device_id',
    'device_name',
    'device_name_in_camio',
    'other_fields_json',
  ]);
  expect(exportTable(rows, ['name']).lines).toEqual([['Atrium'], [''], ['Dock']]);
});

it('has no list of Camio before one was read', () => {
  expect(exportRows(emptyDraft, 'remote', [])).toBeNull();
});

it('offers the changes in no format that could be posted in place of the list', () => {
  expect(formatsOf('changes')).not.toContain('camio json');
  expect(formatsOf('draft')).toContain('camio json');
});
