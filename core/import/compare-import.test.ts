import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../testing/cases.ts';
import { type BoundRow, bindRows } from './bind-rows.ts';
import { compareImport } from './compare-import.ts';
import type { ImportChoices } from './import-comparison.ts';
import type { KnownList } from './import-plan.ts';

const updating: Pick<ImportChoices, 'mode' | 'repairs'> = { mode: 'update and add', repairs: [] };

const row = (line: number, id: string, name: string | null = 'Name', more: Partial<BoundRow> = {}): BoundRow => ({
  line,
  id,
  name,
  site: null,
  otherFields: '',
  ...more,
});

function knownOf(readers: readonly (readonly [id: string, name: string])[], listed = readers.length): KnownList {
  return { ids: readers.map(([id]) => id), names: readers.map(([, name]) => name), sites: null, listed };
}

const known = knownOf([
  ['00124', 'Lobby'],
  ['00125', 'Dock'],
  ['00126', 'Roof'],
]);

it('tells what is added, renamed, unchanged and missing', () => {
  const rows = [row(2, '00124', 'Lobby'), row(3, '00125', 'Loading dock'), row(4, '00200', 'Gate')];
  const { comparison, plan } = compareImport(rows, known, updating);
  expect(comparison).toMatchObject({
    added: { total: 1, first: [{ line: 4, id: '00200', name: 'Gate', nameBefore: null }] },
    renamed: { total: 1, first: [{ line: 3, id: '00125', name: 'Loading dock', nameBefore: 'Dock' }] },
    unchanged: 1,
    missing: { total: 1, first: [{ line: 0, id: '00126', name: '', nameBefore: 'Roof' }] },
    errors: { total: 0 },
  });
  expect(plan).toEqual({
    changed: [{ place: 1, name: 'Loading dock', site: '' }],
    added: [{ id: '00200', name: 'Gate', site: '' }],
    removed: [],
  });
});

it('removes what the file does not have only where it replaces the list', () => {
  const { plan } = compareImport([row(2, '00124', 'Lobby')], known, { ...updating, mode: 'replace' });
  expect(plan).toEqual({ changed: [], added: [], removed: [1, 2] });
});

it('leaves names alone that the file does not say', () => {
  const { comparison, plan } = compareImport([row(2, '00124', null), row(3, '9', null)], known, updating);
  expect(comparison.unchanged).toBe(1);
  expect(plan.added).toEqual([{ id: '9', name: '', site: '' }]);
});

it('brings back what was taken out of the list', () => {
  const taken = knownOf(
    [
      ['1', 'Lobby'],
      ['2', 'Dock'],
    ],
    1,
  );
  const { comparison, plan } = compareImport([row(2, '2', 'Dock')], taken, { ...updating, mode: 'replace' });
  expect(comparison.added.first).toEqual([{ line: 2, id: '2', name: 'Dock', nameBefore: null }]);
  expect(plan).toEqual({ changed: [{ place: 1, name: 'Dock', site: '' }], added: [], removed: [0] });
});

it('keeps the other fields of new readers', () => {
  const { plan } = compareImport([row(2, '9', 'Gate', { otherFields: '{"floor":1.0}' })], known, updating);
  expect(plan.added).toEqual([
    { id: '9', name: 'Gate', site: '', extra: { floor: { isLosslessNumber: true, value: '1.0' } } },
  ]);
});

describe('errors', () => {
  it('are told by line, and are in no plan', () => {
    const rows = [
      row(2, ''),
      row(3, 'a\u0007'),
      row(4, 'b', 'half \ud800'),
      row(5, 'c', 'Gate', { otherFields: '{' }),
      row(6, 'd', 'Gate'),
    ];
    const { comparison, plan } = compareImport(rows, known, updating);
    expect(comparison.errors.first.map(({ line, code }) => [line, code])).toEqual([
      [2, 'empty id'],
      [3, 'control character'],
      [4, 'broken character'],
      [5, 'other fields are not JSON'],
    ]);
    expect(plan.added.map(({ id }) => id)).toEqual(['d']);
  });

  it('are all the lines that give one id different names; equal lines count once', () => {
    const rows = [
      row(2, '1', 'Lobby'),
      row(3, '1', 'Dock'),
      row(4, '1', 'Lobby'),
      row(5, '2', 'Roof'),
      row(6, '2', 'Roof'),
    ];
    const { comparison, plan } = compareImport(rows, known, updating);
    expect(comparison.errors.first.map(({ line, otherLine }) => [line, otherLine])).toEqual([
      [2, 3],
      [3, 2],
      [4, 2],
    ]);
    expect(plan.added).toEqual([{ id: '2', name: 'Roof', site: '' }]);
  });

  it('never remove the reader that their row names', () => {
    const rows = [row(2, '00124', 'A'), row(3, '00124', 'B'), row(4, '00125', 'x\u0007')];
    expect(compareImport(rows, known, { ...updating, mode: 'replace' }).plan.removed).toEqual([2]);
  });
});

describe('damaged ids', () => {
  it('are repaired where the person confirmed it, and taken as they are elsewhere', () => {
    const rows = [row(2, '124', 'Lobby'), row(3, '125', 'Loading dock')];
    const before = compareImport(rows, known, updating).comparison;
    expect(before.repairs).toEqual({
      total: 2,
      lines: [2, 3],
      first: [
        { line: 2, damage: 'lost leading zeros', found: '124', proposed: '00124', name: 'Lobby', knownName: 'Lobby' },
        {
          line: 3,
          damage: 'lost leading zeros',
          found: '125',
          proposed: '00125',
          name: 'Loading dock',
          knownName: 'Dock',
        },
      ],
    });
    expect(before.added.total).toBe(2);
    const after = compareImport(rows, known, { ...updating, repairs: [3] });
    expect(after.comparison).toMatchObject({
      added: { total: 1 },
      renamed: { total: 1 },
      unchanged: 0,
      repairs: { total: 2 },
    });
    expect(after.plan.changed).toEqual([{ place: 1, name: 'Loading dock', site: '' }]);
  });

  it('get no proposal where several ids fit, or where the file has the right one as well', () => {
    const several = knownOf([
      ['7390000001', 'A'],
      ['7390000002', 'B'],
    ]);
    const { comparison } = compareImport([row(2, '7.39E+09')], several, updating);
    expect(comparison.repairs.total).toBe(0);
    expect(comparison.suspects.first).toEqual([
      { line: 2, damage: 'scientific notation', found: '7.39E+09', name: 'Name' },
    ]);
    expect(compareImport([row(2, '124'), row(3, '00124')], known, updating).comparison.repairs.total).toBe(0);
    expect(
      compareImport([row(2, '7390000001'), row(3, '7.39E+09')], several, updating).comparison.repairs.first,
    ).toMatchObject([{ line: 3, proposed: '7390000002' }]);
  });

  it('are found part by part where ids are joined, so that replacing the list removes no reader that the file has', () => {
    const joined = knownOf([
      ['012-01', 'Lobby'],
      ['012-02', 'Dock'],
      ['P-007', 'Roof'],
    ]);
    const rows = [row(2, '12-1', 'Lobby'), row(3, '12-2', 'Dock'), row(4, 'P-7', 'Roof')];
    const binding = { columns: [0, 1], separator: '-' };
    const replacing: typeof updating = { mode: 'replace', repairs: [] };
    const { comparison } = compareImport(rows, joined, replacing, binding);
    expect(comparison.repairs.first.map(({ found, proposed }) => [found, proposed])).toEqual([
      ['12-1', '012-01'],
      ['12-2', '012-02'],
      ['P-7', 'P-007'],
    ]);
    const repairs = comparison.repairs.lines;
    const repaired = compareImport(rows, joined, { ...replacing, repairs }, binding);
    expect(repaired.comparison.unchanged).toBe(3);
    expect(repaired.plan).toEqual({ changed: [], added: [], removed: [] });
  });

  it('are suspects where they have lost zeros and several fit', () => {
    const several = knownOf([
      ['05-1', 'Lobby'],
      ['5-01', 'Dock'],
    ]);
    const binding = { columns: [0, 1], separator: '-' };
    const { comparison } = compareImport([row(2, '5-1')], several, updating, binding);
    expect(comparison.repairs.total).toBe(0);
    expect(comparison.suspects.first).toEqual([{ line: 2, damage: 'lost leading zeros', found: '5-1', name: 'Name' }]);
  });

  it('are suspects where they are joined and only show it', () => {
    const binding = { columns: [0, 1], separator: '-' };
    const { comparison } = compareImport([row(2, '12-7.39E+09'), row(3, '12-8')], known, updating, binding);
    expect(comparison.suspects.first.map(({ line }) => line)).toEqual([2]);
  });

  it('are found by their columns where nothing is between them', () => {
    const joined = knownOf([
      ['01200345', 'Lobby'],
      ['012007391234567', 'Dock'],
      ['01200346', 'Roof'],
    ]);
    const cells = [
      ['12', '345', 'Lobby'],
      ['12', '7.39E+09', 'Dock'],
      ['012', '00346', 'Roof'],
      ['13', '8.10E+09', 'Gate'],
      ['13', '', 'Half an ID'],
    ];
    const id = { columns: [0, 1], separator: '' };
    const rows = bindRows(
      cells.map((texts, index) => ({ line: index + 2, cells: texts })),
      { id, name: { columns: [2], separator: ' ' }, otherFields: null, site: null },
      { target: 'readers', isExact: false },
    );
    const { comparison } = compareImport(rows, joined, updating, id);
    expect(comparison.repairs.first.map(({ found, proposed, damage }) => [found, proposed, damage])).toEqual([
      ['12345', '01200345', 'lost leading zeros'],
      ['127.39E+09', '012007391234567', 'scientific notation'],
    ]);
    expect(comparison.suspects.first).toEqual([
      { line: 5, damage: 'scientific notation', found: '138.10E+09', name: 'Gate' },
    ]);
    const repaired = compareImport(rows, joined, { mode: 'replace', repairs: [2, 3] }, id);
    expect([repaired.comparison.unchanged, repaired.plan.removed]).toEqual([3, []]);
  });

  it('are suspects where thousands fit, with nothing between them either', () => {
    const cards = Array.from(
      { length: 10_000 },
      (_, index) => [String(index % 40), String(7_390_000_000 + index)] as const,
    );
    const list = knownOf(cards.map(([site, card]) => [site.padStart(3, '0') + card, 'Name']));
    const rows = cards.map(([site], index) =>
      row(index + 2, `${site}7.39E+09`, 'Name', { idParts: [site, '7.39E+09'] }),
    );
    const { comparison } = compareImport(rows, list, updating, { columns: [0, 1], separator: '' });
    expect([comparison.repairs.total, comparison.suspects.total]).toEqual([0, 10_000]);
  });

  it('are as many where every id of a long list came to the same', () => {
    const cards = Array.from({ length: 20_000 }, (_, index) => String(7_390_000_000 + index));
    const rows = cards.map((_, index) => row(index + 2, '7.39E+09'));
    const list = knownOf(cards.map((id) => [id, 'Name']));
    expect(compareImport(rows, list, updating).comparison.suspects.total).toBe(20_000);
  });

  it('are none where the list itself has such an id', () => {
    const { comparison } = compareImport([row(2, '7.39E+09')], knownOf([['7.39E+09', 'A']]), updating);
    expect([comparison.repairs.total, comparison.suspects.total]).toEqual([0, 0]);
  });
});

it('hands over the first 200 of a kind and counts them all', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => row(index + 2, `n${index}`));
  const { added } = compareImport(rows, known, updating).comparison;
  expect([added.total, added.first.length]).toEqual([1_000, 200]);
});

it('changes cameras in name and site, and an empty site says nothing', () => {
  const cameras: KnownList = { ids: ['c1', 'c2'], names: ['Lobby', 'Dock'], sites: ['North', 'North'], listed: 2 };
  const rows = [row(2, 'c1', 'Lobby', { site: 'South' }), row(3, 'c2', 'Dock', { site: '' })];
  const { comparison, plan } = compareImport(rows, cameras, updating);
  expect(plan.changed).toEqual([{ place: 0, name: 'Lobby', site: 'South' }]);
  expect(comparison.unchanged).toBe(1);
});

it('accounts for every row and every reader, and a second import changes nothing', () => {
  const ids = fc.constantFrom('1', '01', '001', '2', 'a', '', '7.39E+09', '7390000001');
  const names = fc.constantFrom('Lobby', 'Dock', 'x\u0007');
  const rowsOf = fc.array(fc.tuple(ids, names), { maxLength: 10 });
  const lists = fc.uniqueArray(fc.tuple(ids, names), { selector: ([id]) => id, maxLength: 6 });
  const modes = fc.constantFrom<ImportChoices['mode']>('update and add', 'replace');
  fc.assert(
    fc.property(rowsOf, lists, modes, (file, list, mode) => {
      const rows = file.map(([id, name], index) => row(index + 2, id, name));
      const before = knownOf(list);
      const { comparison, plan } = compareImport(rows, before, { mode, repairs: [] });
      const { added, renamed, unchanged, missing, errors } = comparison;
      expect(added.total + renamed.total + unchanged + errors.total).toBeLessThanOrEqual(rows.length);
      expect(new Set([...plan.removed, ...plan.changed.map(({ place }) => place)]).size).toBe(
        plan.removed.length + plan.changed.length,
      );
      expect(missing.total).toBeLessThanOrEqual(list.length);

      const after = list
        .map(([id, name], place): readonly [string, string] => [
          id,
          plan.changed.find((change) => change.place === place)?.name ?? name,
        ])
        .filter((_, place) => !plan.removed.includes(place))
        .concat(plan.added.map(({ id, name }): readonly [string, string] => [id, name]));
      const again = compareImport(rows, knownOf(after), { mode, repairs: [] });
      expect(again.plan).toEqual({ changed: [], added: [], removed: [] });
    }),
    { numRuns: cases(1_000) },
  );
});
