import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftReaders, replay, startDraft } from '../draft/draft.ts';
import { isKept, previewRename, type RenamePreview } from './rename-preview.ts';
import type { Renamer } from './renamer.ts';

const draftOf = (...names: string[]) =>
  startDraft({
    readers: names.map((name, index) => ({ id: String(index), name })),
    readAt: '2021-11-01T17:30:10.000Z',
  });

function preview(...args: Parameters<typeof previewRename>): RenamePreview {
  const steps = previewRename(...args);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const to =
  (names: Readonly<Record<string, string>>): Renamer =>
  ({ name }) =>
    names[name] ?? name;

/** Its template has a field that those without a dash have nothing for. */
const numbered: Renamer = ({ name }, place) => (name.includes('–') ? `${name} ${place + 1}` : null);

it('counts every reader once and lists problems first', () => {
  const { rows } = draftOf('Lobby', 'Roof', 'Dock', 'Gate', 'Annex', 'Hall', 'Yard');
  const renames = to({ Lobby: 'Foyer', Roof: 'Yard', Dock: ' ', Gate: 'a\tb', Annex: 'x'.repeat(65) });
  const found = preview(rows, [0, 1, 2, 3, 4, 5], renames);
  expect(found.rows.map(({ reader, problem }) => [reader.name, problem])).toEqual([
    ['Dock', 'no name'],
    ['Gate', 'unusable'],
    ['Roof', 'shared'],
    ['Annex', 'long'],
    ['Lobby', null],
  ]);
  expect(found).toMatchObject({ renamed: 3, unchanged: 1, kept: 2, shared: 1, long: 1 });
});

it('sees names that are taken, by a reader that was not chosen, too, but not names that are given up', () => {
  const { rows } = draftOf('A', 'B', 'C', 'D');
  const shared = (chosen: number[], names: Record<string, string>) => preview(rows, chosen, to(names)).shared;
  expect(shared([0, 1], { A: 'B', B: 'A' })).toBe(0);
  expect(shared([0, 1], { A: 'X', B: 'X' })).toBe(2);
  expect(shared([0], { A: 'D' })).toBe(1);
  // C would have no name and keeps its own.
  expect(shared([0, 2], { A: 'C', C: '' })).toBe(1);
});

it('passes over readers the draft removes, and numbers the others without a gap', () => {
  const draft = replay(draftOf('A', 'B', 'C'), [{ kind: 'delete', rows: [1] }]);
  const found = preview(draft.rows, [2, 1, 0], (_reader, place) => String(place));
  expect(found.rows.map(({ reader, name }) => [reader.name, name])).toEqual([
    ['C', '0'],
    ['A', '1'],
  ]);
  expect(found.unchanged).toBe(0);
});

it('says which names an extra space has got into', () => {
  const { rows } = draftOf('North Lobby', 'Dock North', 'A North Gate', 'Roof');
  const found = preview(rows, [0, 1, 2, 3], ({ name }) => name.replace('North', ''));
  expect(found.rows.map(({ name, problem }) => [name, problem])).toEqual([
    [' Lobby', 'extra space'],
    ['Dock ', 'extra space'],
    ['A  Gate', 'extra space'],
  ]);
  expect(found).toMatchObject({ renamed: 3, spaced: 3, kept: 0 });
});

it('leaves alone, and does not count on, what lacks a part of the new name', () => {
  const { rows } = draftOf('Annex', 'North – Lobby', 'Roof', 'North – Dock');
  const found = preview(rows, [0, 1, 2, 3], numbered);
  expect(found.rows.map(({ reader, name, problem }) => [reader.name, name, problem])).toEqual([
    ['Annex', '', 'missing part'],
    ['Roof', '', 'missing part'],
    ['North – Lobby', 'North – Lobby 1', null],
    ['North – Dock', 'North – Dock 2', null],
  ]);
  expect(found).toMatchObject({ renamed: 2, unchanged: 0, kept: 2 });
});

it('says exactly what renaming then does', () => {
  const name = fc.constantFrom('', 'A', 'B', 'C', 'a\0', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 8 }), (pairs) => {
      const draft = draftOf(...pairs.map(([before]) => before ?? 'D'));
      const found = preview(draft.rows, [...pairs.keys()], ({ id }) => pairs[Number(id)]?.[1] ?? null);
      const names = found.rows.filter(({ problem }) => !isKept(problem));
      const after = draftReaders(replay(draft, [{ kind: 'rename', names }]));
      expect(found.renamed + found.unchanged + found.kept).toBe(pairs.length);
      for (const { row, reader, name: given, problem } of found.rows) {
        const others = after.filter((other, place) => place !== row && other.name === given);
        expect(problem === 'shared').toBe(!isKept(problem) && others.length > 0);
        expect(after[row]?.name).toBe(isKept(problem) ? reader.name : given);
      }
    }),
  );
});
