import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../readers/reader.ts';
import { phraseTakeover } from './phrase-takeover.ts';
import { pushedChanges } from './pushed-changes.ts';
import { undoneChanges, undoneDifferences, withChanges } from './takeover.ts';

const before: readonly Reader[] = [
  { id: '1', name: 'North' },
  { id: '2', name: 'South', extra: { zone: 'B' } },
  { id: '3', name: 'Roof' },
];
const after: readonly Reader[] = [
  { id: '1', name: 'Lobby' },
  { id: '2', name: 'South', extra: { zone: 'B' } },
  { id: '4', name: 'Dock' },
];
const changes = pushedChanges(before, after);

describe('a list read after a push', () => {
  it.each<[string, readonly Reader[], readonly string[]]>([
    ['that is as pushed', after, []],
    ['that is as it was before', before, ['Lobby', 'removed 3', 'Dock']],
    ['with one change taken back', [...after.slice(1), { id: '1', name: 'North' }], ['Lobby']],
    ['where somebody made something else of it', [{ id: '1', name: 'Gate' }, ...after.slice(1)], []],
    ['where a removed reader is back', [...after, { id: '3', name: 'Roof' }], ['removed 3']],
    ['that is empty', [], ['Dock']],
  ])('%s', (_what, remote, undone) => {
    const names = undoneChanges(changes, remote).map(({ before, after }) => after?.name ?? `removed ${before?.id}`);
    expect(names).toEqual(undone);
  });

  it('gives back what was pushed, and leaves everything else as it is', () => {
    const remote = [...before, { id: '9', name: 'New there' }];
    const restored = withChanges(remote, undoneChanges(changes, remote));
    expect(restored).toEqual([after[0], after[1], { id: '9', name: 'New there' }, after[2]]);
  });
});

describe('a reader that was there twice', () => {
  const x: Reader = { id: '1', name: 'North' };
  const y: Reader = { id: '2', name: 'South' };
  const tidied = pushedChanges([x, x, y], [x, y]);

  it('and is there once as pushed is not back', () => {
    expect(tidied).toEqual([{ before: x, after: null, beside: [x] }]);
    expect(undoneChanges(tidied, [x, y])).toEqual([]);
  });

  it('is back where it is there twice again, and only one of them goes', () => {
    expect(undoneChanges(tidied, [x, y, x])).toEqual(tidied);
    expect(withChanges([x, y, x], tidied)).toEqual([y, x]);
  });

  it.each<[string, readonly Reader[]]>([
    ['', [x, y]],
    [', even under a new name', [{ ...x, name: 'Gate' }, y]],
  ])('stays where the draft has it once%s', (_what, mine) => {
    expect(withChanges(mine, tidied)).toEqual(mine);
  });

  it('stays under its new name where the draft has it twice', () => {
    const gate = { ...x, name: 'Gate' };
    expect(withChanges([gate, x, y], tidied)).toEqual([gate, y]);
  });
});

describe('fields that Camio keeps of its own, or that a push changed', () => {
  const zone = (value: string, more = {}): Reader => ({ id: '2', name: 'South', extra: { zone: value, ...more } });
  const rezoned = pushedChanges([zone('B')], [zone('C')]);
  const renamed = pushedChanges([zone('B')], [{ ...zone('B'), name: 'Gate' }]);

  it.each<[string, readonly Reader[], number]>([
    ['the field as pushed beside one of Camio', [zone('C', { cameras: '2' })], 0],
    ['another value than ours and the one before', [zone('D')], 0],
    ['the value from before', [zone('B', { cameras: '2' })], 1],
  ])('%s', (_what, remote, undone) => {
    expect(undoneChanges(rezoned, remote)).toHaveLength(undone);
  });

  it('a name that is back counts with whatever fields', () => {
    expect(undoneChanges(renamed, [{ id: '2', name: 'South' }])).toHaveLength(1);
    expect(undoneChanges(renamed, [{ ...zone('B', { cameras: '2' }), name: 'Gate' }])).toEqual([]);
  });
});

describe('any push that was undone as a whole', () => {
  const list = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[0-9]{1,2}$/), name: fc.string({ maxLength: 4 }) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });
  /** As Camio may hold it: ids repeat. */
  const anyList = fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constantFrom('A', 'B', 'C') }), {
    maxLength: 8,
  });
  const inOrder = (readers: readonly Reader[]) => readers.map(({ id, name }) => `${id} ${name}`).sort();

  it('is noticed change by change, and can be made again', () => {
    fc.assert(
      fc.property(fc.oneof(list, anyList), fc.oneof(list, anyList), (from, to) => {
        const pushed = pushedChanges(from, to);
        const undone = undoneChanges(pushed, from);
        expect(undone).toEqual(pushed);
        expect(undoneChanges(pushed, to)).toEqual([]);
        expect(inOrder(withChanges(from, undone))).toEqual(inOrder(to));
      }),
    );
  });
});

it('says how much is gone', () => {
  const says = (undone: number, of: number) =>
    phraseTakeover({ undone: { ...undoneDifferences([]), total: undone }, of }).message;
  expect(says(3, 3)).toMatch(/^All 3 changes of your push are gone again.*gateway.*every two hours/);
  expect(says(1, 1)).toMatch(/^The only change of your push is gone again/);
  expect(says(1, 1204)).toMatch(/^1 of 1,204 changes of your push is gone again/);
});
