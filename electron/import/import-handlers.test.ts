import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { draftReaders } from '../../core/draft/draft.ts';
import { firstChoices, type ImportChoices } from '../../core/import/import-comparison.ts';
import { asDetected, type ImportTable } from '../../core/import/import-table.ts';
import { ok } from '../../core/result.ts';
import { createDraftStore, type DraftStore } from '../draft/draft-store.ts';
import { builtImport } from '../testing/built-import.ts';
import { withoutElectron } from '../testing/without-electron.ts';
import { value } from '../testing/workspace.ts';
import { readersPlace } from './readers-place.ts';

withoutElectron();
const { createImportHandlers } = await import('./import-handlers.ts');
const { openImportMappings } = await import('./import-mappings.ts');

const connectionId = 'a';
const updating: ImportChoices = { ...firstChoices, mode: 'update and add', leaveOutErrors: false, repairs: [] };
const replacing: ImportChoices = { ...updating, mode: 'replace' };
const remote = {
  readers: [
    { id: '001', name: 'Lobby' },
    { id: '002', name: 'Dock', extra: { floor: 'G' } },
    { id: '003', name: 'Roof' },
  ],
  readAt: '2026-01-05T08:00:00.000Z',
};

let programs: Awaited<ReturnType<typeof builtImport>>;
beforeAll(async () => {
  programs = await builtImport();
}, 60_000);
afterAll(() => programs.remove());

let folder: string;
let drafts: DraftStore;
let chosen: string | null;
let imports: Awaited<ReturnType<typeof start>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-import-'));
  drafts = createDraftStore({ connections: { folder: () => join(folder, 'a') } });
  value(await drafts.rebase(connectionId, remote));
  imports = await start();
});
afterEach(async () => {
  await imports.cancel({ connectionId });
  await drafts.close();
  await rm(folder, { recursive: true, force: true });
});

/** The handlers as a new session has them. */
async function start() {
  const { mappings } = await openImportMappings(folder, () => new Date());
  const place = readersPlace(drafts);
  return createImportHandlers({
    openProcess: programs.open(),
    places: { readers: place, cameras: place },
    mappings,
    dialog: { showOpenDialog: async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }) },
    documents: () => folder,
    emit: () => {},
    notice: (error: AppError) => {
      throw new Error(`Nobody expected to be told: ${error.message}`);
    },
  });
}

async function choose(text: string, fileName = 'readers.csv') {
  chosen = join(folder, fileName);
  await writeFile(chosen, text);
  return imports.choose({ connectionId, target: 'readers' });
}

async function open(text: string, fileName?: string): Promise<ImportTable> {
  const opened = value(await choose(text, fileName));
  if (opened.kind !== 'opened') throw new Error('The dialog was cancelled.');
  return opened.table;
}

const draft = async () => value(await drafts.current(connectionId));
const list = async () => draftReaders(await draft()).map(({ id, name }) => `${id} ${name}`);

async function apply(table: ImportTable, choices = updating) {
  const { seq } = await draft();
  return imports.apply({ connectionId, mapping: table.mapping, choices, seq });
}

const file = 'device_id,device_name\r\n001,Entrance\r\n002,Dock\r\n009,Gate\r\n';

it('imports as one step that can be undone', async () => {
  const table = await open(file);
  expect(value(await imports.compare({ connectionId, mapping: table.mapping, choices: updating }))).toMatchObject({
    added: { total: 1 },
    renamed: { total: 1 },
    unchanged: 1,
    missing: { total: 1 },
  });
  expect(await list()).toEqual(['001 Lobby', '002 Dock', '003 Roof']);
  expect(await apply(table)).toEqual(ok({ kind: 'imported', added: 1, renamed: 1, removed: 0, leftOut: 0 }));
  expect(await list()).toEqual(['001 Entrance', '002 Dock', '003 Roof', '009 Gate']);
  expect(draftReaders(await draft())[1]).toEqual(remote.readers[1]);

  value(await drafts.apply(connectionId, (await draft()).seq, { kind: 'undo' }));
  expect(await list()).toEqual(['001 Lobby', '002 Dock', '003 Roof']);
});

it('changes nothing the second time', async () => {
  await apply(await open(file), replacing);
  const { seq } = await draft();
  expect(await apply(await open(file), replacing)).toEqual(ok({ kind: 'same' }));
  expect((await draft()).seq).toBe(seq);
});

it('replaces the list where asked, and brings back a removed reader as it was in Camio', async () => {
  value(await drafts.apply(connectionId, (await draft()).seq, { kind: 'delete', rows: [1] }));
  expect(await apply(await open(file), replacing)).toMatchObject({ value: { added: 2, renamed: 1, removed: 1 } });
  const { counts, rows } = await draft();
  expect(counts).toMatchObject({ added: 1, renamed: 1, removed: 1, unchanged: 1, changed: 0 });
  expect(rows.at(1)?.mine).toEqual(remote.readers[1]);
  expect(rows.length).toBe(4);
});

it('refuses rows with errors until they are to be left out', async () => {
  const table = await open('id;name\n1;Gate\n;Nobody\n');
  const before = await list();
  expect(await apply(table)).toMatchObject({
    error: { code: 'blocked', message: '1 row of the file has an error, so nothing was imported.' },
  });
  expect(await list()).toEqual(before);
  expect(await apply(table, { ...updating, leaveOutErrors: true })).toMatchObject({ value: { added: 1, leftOut: 1 } });
});

it('refuses a draft that has moved on since, and changes nothing', async () => {
  const table = await open(file);
  const { seq } = await draft();
  value(await drafts.apply(connectionId, seq, { kind: 'delete', rows: [0] }));
  const before = await list();
  expect(await imports.apply({ connectionId, mapping: table.mapping, choices: updating, seq })).toMatchObject({
    error: { code: 'draft-out-of-step' },
  });
  expect(await list()).toEqual(before);
});

describe('the chosen file', () => {
  it('is read again as the person says', async () => {
    await open('a;b\n1;Gate\n');
    const options = { ...asDetected, delimiter: ',', headerLine: 0 };
    expect(value(await imports.read({ connectionId, options })).columns).toHaveLength(1);
  });

  it('stays where the next one is not chosen, or cannot be read', async () => {
    const table = await open(file);
    chosen = null;
    expect(await imports.choose({ connectionId, target: 'readers' })).toEqual(ok({ kind: 'cancelled' }));
    expect(await choose('', 'empty.csv')).toMatchObject({ error: { message: '“empty.csv” is empty.' } });
    expect(await apply(table)).toMatchObject({ value: { kind: 'imported' } });
  });

  it('is let go after the import, and when it is cancelled', async () => {
    const table = await open(file);
    value(await apply(table));
    expect(await apply(table)).toMatchObject({ error: { code: 'not-found' } });
    await open(file);
    value(await imports.cancel({ connectionId }));
    expect(await apply(table)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('columns', () => {
  const foreign = 'Kennung;Wo;Was\n1;Gate;x\n2;Yard;y\n';

  it('are bound as they were the last time, in a later session too', async () => {
    const table = await open(foreign);
    const mapping = { ...table.mapping, name: { columns: [1, 2], separator: ' – ' } };
    await imports.apply({ connectionId, mapping, choices: updating, seq: (await draft()).seq });
    imports = await start();
    expect(await open(foreign)).toMatchObject({ mapping, mappingFrom: 'remembered' });
    expect(await open('Kennung;Wo;Wann\n1;Gate;x\n')).toMatchObject({ mappingFrom: 'guessed' });
  });

  it('of our own export are certain, whatever was remembered', async () => {
    const table = await open(file);
    const mapping = { ...table.mapping, name: { columns: [0], separator: ' ' } };
    await imports.apply({ connectionId, mapping, choices: updating, seq: (await draft()).seq });
    expect(await open(file)).toMatchObject({ mapping: table.mapping, mappingFrom: 'own export' });
  });
});
