import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseDeviceList } from '../../core/camio/device-list.ts';
import { readersFromCells } from '../../core/export/csv.ts';
import { columnsOf } from '../../core/export/export-choice.ts';
import { fail, ok } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { createWriteSheet, type WriteSheet } from '../spreadsheet/write-sheet.ts';
import { type BuiltProgram, buildProgram } from '../testing/built-program.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';
import { createReadersHandlers } from './readers-handlers.ts';

let thread: BuiltProgram;
beforeAll(async () => {
  thread = await buildProgram(join(import.meta.dirname, '../spreadsheet/xlsx-worker.ts'));
}, 60_000);
afterAll(() => thread.remove());

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const before = [
  ...campusReaders(20),
  { id: '=1+1', name: 'Tür "Süd", 🚪', extra: { site: "'x" } },
  { id: '00000000012345678901', name: ' two\nlines ' },
];
const mine = before.map((reader, index) => (index === 0 ? { ...reader, name: 'Lobby' } : reader));
const columns = [...columnsOf('draft')];

/** A workspace with one rename; `answer` is what the person picks in the save dialog, under the workspace's folder. */
async function exporting(answer: string | null, writeSheet: WriteSheet = createWriteSheet(thread.url)) {
  const workspace = await startWorkspace({ readers: before });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  const { seq } = value(await workspace.drafts.open(connectionId)).draft;
  const action = { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] } as const;
  const draft = value(await workspace.drafts.apply(connectionId, seq, action));
  const asked: SaveDialogOptions[] = [];
  const path = join(workspace.root, answer ?? '');
  const showSaveDialog = async (...args: unknown[]) => {
    asked.push(args.at(-1) as SaveDialogOptions);
    return { canceled: answer === null, filePath: answer === null ? '' : path };
  };
  const handlers = createReadersHandlers({
    drafts: workspace.drafts,
    connections: workspace.connections,
    dialog: { showSaveDialog },
    documents: () => '/home/person/Documents',
    writeSheet,
    now: () => new Date(2021, 10, 1),
  });
  return { path, asked, handlers, seq: draft.seq };
}

describe('readers.export', () => {
  it.each([
    ['csv', ',', 'CSV, comma'],
    ['csv semicolon', ';', 'CSV, semicolon'],
  ] as const)('writes the draft as %s that gives back the same readers', async (format, delimiter, name) => {
    const { path, handlers, asked } = await exporting('list.csv');
    const saved = value(await handlers.export({ connectionId, list: { kind: 'draft' }, format, columns }));
    const bytes = await readFile(path);
    expect(saved).toEqual({ kind: 'saved', path, readers: 22, bytes: bytes.length });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<string[]>(bytes.toString(), { delimiter, newline: '\r\n' });
    expect(readersFromCells(data.slice(0, -1))).toEqual(ok(mine));
    expect(asked).toEqual([
      {
        title: 'Export the draft',
        defaultPath: join('/home/person/Documents', 'Harbor Campus - draft - 2021-11-01.csv'),
        filters: [{ name, extensions: ['csv'] }],
      },
    ]);
  });

  it('writes the draft as a workbook that gives back the same readers', async () => {
    const { path, handlers } = await exporting('list.xlsx');
    const saved = value(await handlers.export({ connectionId, list: { kind: 'draft' }, format: 'xlsx', columns }));
    const bytes = await readFile(path);
    expect(saved).toEqual({ kind: 'saved', path, readers: 22, bytes: bytes.length });
    const [sheet] = await readWorkbook(bytes, { trim: false });
    const cells = sheet?.data.map((row) => row.map((cell) => (cell === null ? '' : cell)));
    expect(cells?.flat().every((cell) => typeof cell === 'string')).toBe(true);
    expect(readersFromCells((cells ?? []).map((row) => row.map(String)))).toEqual(ok(mine));
  });

  it.each(['json', 'camio json'] as const)(
    'writes the remote list as %s, without the changes of the draft',
    async (format) => {
      const { path, handlers } = await exporting('list.json');
      const saved = value(await handlers.export({ connectionId, list: { kind: 'remote' }, format, columns }));
      expect(saved).toMatchObject({ kind: 'saved', readers: 22 });
      const text = await readFile(path, 'utf8');
      expect(parseDeviceList(text)).toMatchObject(ok({ readers: before }));
      expect(text.includes('"connection": "Harbor Campus"')).toBe(format === 'json');
    },
  );

  it('writes the chosen columns of the selection, in the order shown', async () => {
    const { path, handlers, seq, asked } = await exporting('list.csv');
    const list = { kind: 'selection' as const, seq, rows: [2, 0] };
    value(await handlers.export({ connectionId, list, format: 'csv', columns: ['name'] }));
    expect(await readFile(path, 'utf8')).toBe(`\ufeffdevice_name\r\n${before[2]?.name}\r\nLobby\r\n`);
    expect(asked[0]?.defaultPath).toContain('Harbor Campus - selection - ');
  });

  it('refuses a selection of another state of the draft', async () => {
    const { handlers, seq, asked } = await exporting('list.csv');
    const list = { kind: 'selection' as const, seq: seq - 1, rows: [2, 0] };
    const refused = await handlers.export({ connectionId, list, format: 'csv', columns });
    expect(refused).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
    expect(asked).toEqual([]);
  });

  it('writes nothing where the person cancels', async () => {
    const { handlers } = await exporting(null);
    const cancelled = await handlers.export({ connectionId, list: { kind: 'draft' }, format: 'csv', columns });
    expect(cancelled).toEqual(ok({ kind: 'cancelled' }));
  });

  it('writes nothing where the person gives up while the file is being made', async () => {
    const { path, handlers } = await exporting('list.xlsx', (_path, _sheet, cancel) => {
      return new Promise((resolve) => {
        cancel?.addEventListener('abort', () => resolve(fail({ code: 'cancelled', message: '', next: '' })));
        void handlers.cancelExport({ connectionId });
      });
    });
    const givenUp = await handlers.export({ connectionId, list: { kind: 'draft' }, format: 'xlsx', columns });
    expect(givenUp).toEqual(ok({ kind: 'given up' }));
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it('writes nothing where the person gave up before the file was chosen', async () => {
    const { path, handlers } = await exporting('list.csv');
    const exported = handlers.export({ connectionId, list: { kind: 'draft' }, format: 'csv', columns });
    await handlers.cancelExport({ connectionId });
    expect(await exported).toEqual(ok({ kind: 'given up' }));
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it.each(['csv', 'xlsx'] as const)('says so where the file cannot be written, as %s', async (format) => {
    const { path, handlers } = await exporting('taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    const refused = await handlers.export({ connectionId, list: { kind: 'draft' }, format, columns });
    expect(refused).toMatchObject({ ok: false, error: { code: 'disk' } });
  });

  it('has no remote list to export before one was read', async () => {
    const workspace = await startWorkspace();
    workspaces.push(workspace);
    const handlers = createReadersHandlers({
      drafts: workspace.drafts,
      connections: workspace.connections,
      dialog: { showSaveDialog: () => Promise.reject(new Error('No dialog should open.')) },
      documents: () => '/',
      writeSheet: createWriteSheet(thread.url),
    });
    const refused = await handlers.export({ connectionId, list: { kind: 'remote' }, format: 'json', columns });
    expect(refused).toMatchObject({ ok: false, error: { code: 'nothing-loaded' } });
  });
});
