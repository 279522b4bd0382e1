import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseTakeover } from './phrase-takeover.ts';
import type { Reader } from './reader.ts';
import { pushedChanges, undoneChanges, undoneDifferences, withChanges } from './takeover.ts';

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

describe('any push that was undone as a whole', () => {
  const list = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[0-9]{1,2}$/), name: fc.string({ maxLength: 4 }) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });
  const byId = (readers: readonly Reader[]) => new Map(readers.map((reader) => [reader.id, reader.name]));

  it('is noticed change by change, and can be made again', () => {
    fc.assert(
      fc.property(list, list, (from, to) => {
        const pushed = pushedChanges(from, to);
        const undone = undoneChanges(pushed, from);
        expect(undone).toEqual(pushed);
        expect(undoneChanges(pushed, to)).toEqual([]);
        expect(byId(withChanges(from, undone))).toEqual(byId(to));
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
