import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstChoices, type ImportChoices } from '../../core/import/import-comparison.ts';
import type { KnownList } from '../../core/import/import-plan.ts';
import { asDetected, type ImportTarget, type ReadOptions } from '../../core/import/import-table.ts';
import { ImportedFile } from './imported-file.ts';

// Files as they come from access-control systems, one kind of fault each, and what the import makes of them.

const folder = join(import.meta.dirname, '../../e2e/test-data/field');

function knownOf(readers: Readonly<Record<string, string>>): KnownList {
  const ids = Object.keys(readers);
  return { ids, names: Object.values(readers), sites: null, listed: ids.length };
}

interface Given {
  readonly known?: KnownList;
  readonly options?: Partial<ReadOptions>;
  readonly choices?: Partial<ImportChoices>;
  readonly target?: ImportTarget;
}

async function imported(name: string, { known, options, choices, target = 'readers' }: Given = {}) {
  const file = new ImportedFile(name, await readFile(join(folder, name)), target);
  const read = await file.read({ ...asDetected, ...options });
  if (!read.ok) throw new Error(read.error.message);
  const list = known ?? { ...knownOf({}), sites: target === 'cameras' ? [] : null };
  const { comparison, plan } = file.compare(read.value.mapping, { ...firstChoices, ...choices }, list);
  const { total, header, read: rows, leftOut, blank, inside, errors } = comparison.account;
  expect(header + rows + leftOut + blank + inside + errors).toBe(total);
  return { table: read.value, comparison, plan, added: plan.added.map(({ id, name: each }) => `${id} ${each}`) };
}

const lines = ({ comparison }: Awaited<ReturnType<typeof imported>>) =>
  comparison.leftOut.first.map(({ line, reason }) => `${line} ${reason}`);
const names = ({ comparison }: Awaited<ReturnType<typeof imported>>) =>
  comparison.names.first.map(({ line, doubt, proposed }) => `${line} ${doubt}: ${proposed}`);
const repairs = ({ comparison }: Awaited<ReturnType<typeof imported>>) =>
  comparison.repairs.first.map(({ found, proposed }) => `${found} → ${proposed}`);

const threeDoors = ['5001 North Lobby', '5002 South Lobby', '5003 Dock'];
const twoDoors = ['5001 North Lobby', '5002 South Lobby'];
const fourReaders = ['R-101 North Lobby', 'R-102 South Lobby', 'R-103 Dock', 'R-104 Roof'];

describe('lines that are no readers', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['t01-header-each-page.csv', fourReaders, ['4 repeated header', '6 repeated header']],
    ['t02-footer-total.csv', fourReaders.slice(0, 2), ['4 total', '5 footer']],
    ['t03-sqlcmd-dashes.csv', twoDoors, ['2 rule', '6 footer']],
    ['t04-group-lines.csv', [...fourReaders.slice(0, 2), 'R-201 Annex Gate'], ['2 heading', '5 heading']],
    ['t11-params-above.csv', threeDoors, ['1 above header', '2 above header', '3 above header']],
    ['t12-two-header-rows.csv', threeDoors, ['1 second header']],
    ['t13-stacked-tables.csv', fourReaders.slice(0, 2), ['5 other table', '6 other table', '7 other table']],
    ['t33-report-server.csv', threeDoors, ['1 above header', '2 above header']],
    ['t26-fixed-width.txt', threeDoors, ['2 rule']],
    ['t32-labels-on-every-line.csv', threeDoors, []],
    ['t40-space-lines.csv', twoDoors, []],
  ])('%s', async (name, added, leftOut) => {
    const result = await imported(name);
    expect(result.added).toEqual(added);
    expect(lines(result)).toEqual(leftOut);
  });

  it('are taken in where the person says so', async () => {
    const { added } = await imported('t13-stacked-tables.csv', { choices: { takenIn: [6] } });
    expect(added).toEqual([...fourReaders.slice(0, 2), 'IN-1 Lobby REX']);
  });
});

describe('IDs that a program changed', () => {
  const guids = ['6f9619ff-8b86-d011-b42d-00cf4fc964a0', '6f9619ff-8b86-d011-b42d-00cf4fc964a1'];
  it.each<[string, KnownList]>([
    ['t07-date-ids.csv', knownOf({ '12-1': 'North Lobby', '12-2': 'South Lobby', '12-13': 'Dock', '12-40': 'Roof' })],
    ['t08-float-ids.csv', knownOf({ 1001: 'North Lobby', 1002: 'South Lobby', 1003: 'Dock' })],
    ['t10-thousands-ids.csv', knownOf({ 1001: 'North Lobby', 1002: 'South Lobby', 12345: 'Dock' })],
    ['t24-guid-case.csv', knownOf({ [`${guids[0]}`]: 'North Lobby', [`${guids[1]}`]: 'South Lobby' })],
  ])('are repaired, and then nothing has changed: %s', async (name, known) => {
    const found = await imported(name, { known });
    const { repairs: proposed } = found.comparison;
    expect(proposed.total).toBeGreaterThan(1);
    const repaired = await imported(name, { known, choices: { mode: 'replace', repairs: proposed.lines } });
    expect(repaired.plan).toEqual({ changed: [], added: [], removed: [] });
    const without = await imported(name, { known, choices: { mode: 'replace', leftOut: proposed.lines } });
    expect(without.plan).toEqual({ changed: [], added: [], removed: [] });
  });

  it('are unwrapped where they are marked as text', async () => {
    const { added, table } = await imported('t09-formula-text-ids.csv');
    expect(added).toEqual(['00123 North Lobby', '00124 South Lobby', '00125 Dock']);
    expect(table.notes).toContainEqual({ code: 'text marks', lines: 3, first: 2 });
  });

  it('are one question with the missing reader of their name', async () => {
    const known = knownOf({ 'LOBBY-N': 'North Lobby', '5002': 'South Lobby' });
    const { comparison } = await imported('t39-ctrl-z.csv', { known });
    expect(comparison.links.first).toMatchObject([{ line: 2, found: '5001', proposed: 'LOBBY-N' }]);
  });

  it('show both readings', async () => {
    const known = knownOf({ '12-1': 'North Lobby', '12-40': 'Roof' });
    expect(repairs(await imported('t07-date-ids.csv', { known }))).toEqual(['1-Dec → 12-1']);
  });
});

describe('names', () => {
  it('that are markers say nothing', async () => {
    const result = await imported('t05-null-names.csv', { known: knownOf({ 5001: 'North Lobby' }) });
    expect(names(result)).toEqual(['2 marker: ', '3 marker: ']);
    expect(result.plan).toMatchObject({
      changed: [],
      added: [
        { id: '5002', name: '' },
        { id: '5003', name: 'Dock' },
      ],
    });
    expect(lines(result)).toEqual(['5 markers']);
    expect(names(await imported('t31-empty-names.csv'))).toHaveLength(3);
  });

  it('that are encoded twice are repaired on demand', async () => {
    expect(names(await imported('t17-double-utf8.csv'))).toEqual(['2 double UTF-8: Tür Süd', '3 double UTF-8: Café']);
    const { added } = await imported('t17-double-utf8.csv', { choices: { otherNames: [2, 3] } });
    expect(added).toEqual(['A-01 Tür Süd', 'A-02 Café']);
  });

  it('with the delimiter in them are not cut', async () => {
    const result = await imported('t21-comma-in-name.csv');
    expect(result.added).toEqual(['5001 Lobby, North', '5002 Dock', '5003 Roof, stair B']);
    expect(names(result)).toEqual(['2 too many cells: Lobby, North', '4 too many cells: Roof, stair B']);
    const { comparison } = await imported('t21-comma-in-name.csv', { choices: { otherNames: [2] } });
    expect(comparison.errors.first).toMatchObject([{ line: 2, code: 'too many cells' }]);
  });
});

describe('other ways to write a text', () => {
  it.each<[string, Partial<ReadOptions>, readonly string[]]>([
    ['t15-shift-jis.csv', { encoding: 'shift_jis' }, ['A-01 正面玄関', 'A-02 搬入口', 'A-03 点検室']],
    ['t16-windows-1251.csv', { encoding: 'windows-1251' }, ['A-01 Главный вход', 'A-02 Склад', 'A-03 Крыша']],
    ['t18c-lfcr.csv', { delimiter: ',' }, fourReaders.slice(0, 2)],
    ['t19-nul-padded.csv', { delimiter: ',' }, fourReaders.slice(0, 2)],
    ['t20-quote-starts-name.tsv', { quotes: 'none' }, ['5001 "A" Wing door', '5002 Dock']],
    ['t20c-backslash-quotes.csv', { quotes: 'backslash' }, ['5001 Door "A", East', '5002 Dock']],
    ['t27-hash-delimiter.txt', { delimiter: '#' }, twoDoors],
    ['t39-ctrl-z.csv', { delimiter: ',' }, twoDoors],
    ['t25-html-as.xls', { list: 'Table 1' }, twoDoors],
    ['j02-nested-result.json', { list: 'result.accessPoints' }, ['0 Entry', '1 Exit']],
    ['j08-single-reader.json', {}, ['501 North Lobby']],
    ['j11-common-name.json', {}, ['64a1 North Lobby', '64a2 Dock']],
  ])('%s', async (name, detected, added) => {
    const result = await imported(name);
    expect(result.table.detected).toMatchObject(detected);
    expect(result.added).toEqual(added);
  });

  it('a page of a longer list replaces none', async () => {
    const known = knownOf({ 501: 'North Lobby', 900: 'Roof' });
    const { comparison, plan } = await imported('j01-paged-next.json', { known, choices: { mode: 'replace' } });
    expect(comparison.isPart).toBe(true);
    expect(plan).toMatchObject({ added: [{ id: '502' }], removed: [] });
  });
});

describe('cameras without an ID', () => {
  it('of one name are counted, and are two where the person says so', async () => {
    const result = await imported('c01-cameras-same-name.csv', { target: 'cameras' });
    expect(result.added).toEqual(['Lobby Lobby', 'Dock Dock']);
    expect(lines(result)).toEqual(['3 equal line']);
    const both = await imported('c01-cameras-same-name.csv', { target: 'cameras', choices: { takenIn: [3] } });
    expect(both.added).toEqual(['Lobby Lobby', 'Lobby (2) Lobby', 'Dock Dock']);
  });

  it('beside others that have one are known by name', async () => {
    const { added } = await imported('c02-cameras-some-ids.csv', { target: 'cameras' });
    expect(added).toEqual(['c1 Lobby', 'Dock Dock', 'Gate Gate']);
  });
});
