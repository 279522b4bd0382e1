import { expect, it } from 'vitest';
import { emptyDraft, replay, startDraft } from '../draft/draft.ts';
import { listedReaders } from './listed-readers.ts';

const gate = { id: 'r1', name: 'Gate' };
const dock = { id: 'r2', name: 'Dock' };
const draft = startDraft({ readers: [gate, dock], readAt: '2021-11-12T08:00:00.000Z' });

it('knows a reader by the name Camio has it under, and one that was only added by none', () => {
  const edited = replay(draft, [
    { kind: 'rename', names: [{ row: 0, name: 'Front Gate' }] },
    { kind: 'add', readers: [{ id: 'r3', name: 'Hatch' }] },
    { kind: 'delete', rows: [1] },
  ]);
  expect([...listedReaders(edited.rows).values()]).toEqual([
    { id: 'r1', name: 'Front Gate', nameInCamio: 'Gate' },
    { id: 'r3', name: 'Hatch', nameInCamio: null },
  ]);
});

it('knows a reader that was removed and added again as the one Camio has', () => {
  const edited = replay(draft, [
    { kind: 'delete', rows: [0] },
    { kind: 'add', readers: [gate] },
  ]);
  expect(listedReaders(edited.rows).get('r1')).toEqual({ ...gate, nameInCamio: 'Gate' });
});

it('gathers once for each state of the draft', () => {
  expect(listedReaders(draft.rows)).toBe(listedReaders(draft.rows));
  expect(listedReaders(emptyDraft.rows).size).toBe(0);
});
