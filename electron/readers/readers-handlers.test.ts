import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { parseDeviceList } from '../../core/camio/device-list.ts';
import { campusReaders } from '../../core/camio/simulator/campus.ts';
import { readersFromCells } from '../../core/readers/csv.ts';
import { ok } from '../../core/result.ts';
import { createReadersHandlers } from './readers-handlers.ts';
import { startWorkspace, value, type Workspace } from './workspace.fixture.ts';

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const before = [...campusReaders(20), { id: '=1+1', name: 'Tür "Süd", 🚪', extra: { site: "'x" } }];
const mine = before.map((reader, index) => (index === 0 ? { ...reader, name: 'Lobby' } : reader));

/** A workspace with one rename; `answer` is what the person picks in the save dialog, under the workspace's folder. */
async function exporting(answer: string | null) {
  const workspace = await startWorkspace({ readers: before });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  const { seq } = value(await workspace.drafts.open(connectionId)).draft;
  const action = { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] } as const;
  value(await workspace.drafts.apply(connectionId, seq, action));
  const asked: SaveDialogOptions[] = [];
  const showSaveDialog = async (...args: unknown[]) => {
    asked.push(args.at(-1) as SaveDialogOptions);
    return { canceled: answer === null, filePath: answer === null ? '' : join(workspace.root, answer) };
  };
  const handlers = createReadersHandlers({
    drafts: workspace.drafts,
    connections: workspace.connections,
    dialog: { showSaveDialog },
    documents: () => '/home/person/Documents',
    now: () => new Date(2021, 10, 1),
  });
  return { workspace, asked, handlers };
}

describe('readers.export', () => {
  it('writes the draft as CSV that gives back the same readers', async () => {
    const { workspace, handlers, asked } = await exporting('list.csv');
    const saved = value(await handlers.export({ connectionId, source: 'draft', format: 'csv' }));
    const path = join(workspace.root, 'list.csv');
    const bytes = await readFile(path);
    expect(saved).toEqual({ kind: 'saved', path, readers: 21, bytes: bytes.length });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<string[]>(bytes.toString(), { delimiter: ',', newline: '\r\n' });
    expect(readersFromCells(data.slice(0, -1))).toEqual(ok(mine));
    expect(asked).toEqual([
      {
        title: 'Export the draft',
        defaultPath: join('/home/person/Documents', 'Harbor Campus - draft - 2021-11-01.csv'),
        filters: [{ name: 'CSV (opens in Excel)', extensions: ['csv'] }],
      },
    ]);
  });

  it('writes the remote list as JSON, without the changes of the draft', async () => {
    const { workspace, handlers } = await exporting('list.json');
    const saved = value(await handlers.export({ connectionId, source: 'remote', format: 'json' }));
    expect(saved).toMatchObject({ kind: 'saved', readers: 21 });
    const text = await readFile(join(workspace.root, 'list.json'), 'utf8');
    expect(parseDeviceList(text)).toMatchObject(ok({ readers: before }));
  });

  it('writes nothing where the person cancels', async () => {
    const { handlers } = await exporting(null);
    expect(await handlers.export({ connectionId, source: 'draft', format: 'csv' })).toEqual(ok({ kind: 'cancelled' }));
  });

  it('says so where the file cannot be written', async () => {
    const { workspace, handlers } = await exporting('taken');
    await mkdir(join(workspace.root, 'taken', 'inside'), { recursive: true });
    const refused = await handlers.export({ connectionId, source: 'draft', format: 'csv' });
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
    });
    const refused = await handlers.export({ connectionId, source: 'remote', format: 'json' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'nothing-loaded' } });
  });
});
