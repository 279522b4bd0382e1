import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalChanges } from '../readers/change.ts';
import { fewReaders } from '../testing/any-reader.ts';
import { compareLists } from './comparison.ts';

const anyList = fc.array(fewReaders, { maxLength: 8 });

it('names what leads from one list to the other', () => {
  const from = [
    { id: '1', name: 'Lobby' },
    { id: '2', name: 'Dock', extra: { site: 'North' } },
    { id: '3', name: '' },
    { id: '4', name: 'Gate' },
  ];
  const to = [
    { id: '5', name: 'Roof' },
    { id: '4', name: 'Gate' },
    { id: '2', name: 'Dock', extra: { site: 'South' } },
    { id: '1', name: 'Entrance' },
  ];
  expect(compareLists(from, to)).toEqual({
    counts: { added: 1, renamed: 1, changed: 1, removed: 1, unchanged: 1 },
    changes: [
      { kind: 'renamed', id: '1', from: 'Lobby', to: 'Entrance' },
      { kind: 'changed', id: '2', from: 'Dock', to: 'Dock' },
      { kind: 'added', id: '5', from: null, to: 'Roof' },
      { kind: 'removed', id: '3', from: '', to: null },
    ],
  });
});

it('finds nothing between a list and itself, and the reverse in the other direction', () => {
  fc.assert(
    fc.property(anyList, anyList, (one, other) => {
      expect(totalChanges(compareLists(one, one).counts)).toBe(0);
      const there = compareLists(one, other);
      expect(there.changes.length).toBe(totalChanges(there.counts));
      expect(compareLists(other, one).counts).toMatchObject({
        added: there.counts.removed,
        removed: there.counts.added,
      });
    }),
  );
});
