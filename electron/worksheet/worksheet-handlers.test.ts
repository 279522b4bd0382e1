import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { emptyPlan, replayPlan } from '../../core/cameras/camera-plan.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { startDraft } from '../../core/draft/draft.ts';
import { ok, type Result } from '../../core/result.ts';
import { noWorksheet } from '../../core/worksheet/worksheet-round.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { createWorksheetExport } from './worksheet-export.ts';
import { createWorksheetHandlers } from './worksheet-handlers.ts';
import { createWorksheetStore } from './worksheet-store.ts';

const at = '2021-11-12T08:00:00.000Z';
const readers = [
  { id: '00124', name: 'Tür "Süd"' },
  { id: '00125', name: '=Gate' },
];
const plan = replayPlan(emptyPlan, [
  {
    kind: 'add cameras',
    cameras: [
      { id: 'c1', name: 'Lobby <North>', site: 'Zürich' },
      { id: 'c2', name: 'Dock', site: '' },
    ],
  },
  { kind: 'assign', views: readers.map((reader) => ({ cameraId: 'c1', reader })) },
]);
const connection: Connection = {
  id: 'a',
  kind: 'camio',
  name: 'Harbor Campus',
  baseUrl: 'https://camio.com/api/integrations/pacs',
  dialect: firstGeneration,
  color: 'green',
  accountEmail: 'ops@harbor.example',
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-worksheet-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** The handlers as after a start of the app, over real files. `sheets` and `pages` are what was to become XLSX and PDF. */
function started(saveAs = '') {
  const told: AppError[] = [];
  const sheets: Sheet[] = [];
  const pages: string[] = [];
  const now = () => new Date(at);
  const plans = { current: async () => ok(plan) };
  const drafts = { current: async () => ok(startDraft({ readers, readAt: at })) };
  const connections = { get: () => connection, folder: (connectionId: string) => join(root, connectionId) };
  const worksheets = createWorksheetStore({ connections, notice: (error) => told.push(error), now });
  const handlers = createWorksheetHandlers({
    worksheets,
    plans,
    drafts,
    now,
    exportWorksheet: createWorksheetExport({
      plans,
      drafts,
      worksheets,
      connections,
      now,
      dialog: { showSaveDialog: async () => ({ canceled: saveAs === '', filePath: saveAs }) },
      documents: () => root,
      writeSheet: async (_path, sheet) => {
        sheets.push(sheet);
        return ok({ bytes: 1 });
      },
      printToPdf: async (page) => {
        pages.push(page);
        return ok(new TextEncoder().encode('%PDF'));
      },
    }),
  });
  return { handlers, told, sheets, pages };
}

function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.message}`);
  return result.value;
}

const tick = (cameraIds: string[], isDone = true) => ({ connectionId: 'a', cameraIds, isDone });

it('keeps ticks with what was carried, over a restart', async () => {
  const { handlers } = started();
  expect(value(await handlers.open({ connectionId: 'a' }))).toEqual(noWorksheet);
  await Promise.all([handlers.tick(tick(['c1'])), handlers.tick(tick(['c2']))]);
  value(await handlers.tick(tick(['c2'], false)));
  const kept = value(await started().handlers.open({ connectionId: 'a' }));
  expect(kept).toEqual({
    startedAt: at,
    finishedAt: null,
    carried: [],
    ticked: [{ cameraId: 'c1', cameraName: 'Lobby <North>', readers, at }],
  });
});

it('ends a round with what was ticked, and refuses to end one without a tick', async () => {
  const { handlers } = started();
  expect(await handlers.finish({ connectionId: 'a' })).toMatchObject({ ok: false, error: { code: 'blocked' } });
  value(await handlers.tick(tick(['c1'])));
  expect(value(await handlers.finish({ connectionId: 'a' }))).toMatchObject({
    startedAt: null,
    finishedAt: at,
    carried: [{ cameraId: 'c1' }],
    ticked: [],
  });
});

it('goes on after a change that failed', async () => {
  const worksheets = createWorksheetStore({
    connections: { folder: (connectionId) => join(root, connectionId) },
    notice: () => {},
    now: () => new Date(at),
  });
  const failing = worksheets.change('a', () => {
    throw new Error('A bug.');
  });
  await expect(failing).rejects.toThrow('A bug.');
  expect(value(await worksheets.current('a'))).toEqual(noWorksheet);
});

it('sets a damaged file aside and says so', async () => {
  value(await started().handlers.tick(tick(['c1'])));
  await writeFile(join(root, 'a', 'worksheet.json'), '{"version":1,');
  const { handlers, told } = started();
  expect(value(await handlers.open({ connectionId: 'a' }))).toEqual(noWorksheet);
  expect(told).toMatchObject([{ code: 'corrupt-file' }]);
  expect((await readdir(join(root, 'a'))).some((name) => name.startsWith('worksheet.json.damaged-'))).toBe(true);
});

it('exports CSV with a line per reader, safe for a spreadsheet', async () => {
  const path = join(root, 'sheet.csv');
  const saved = value(await started(path).handlers.export({ connectionId: 'a', format: 'csv', scope: 'all' }));
  expect(saved).toMatchObject({ kind: 'saved', path, rows: 2 });
  expect((await readFile(path, 'utf8')).split('\r\n')).toEqual([
    '\ufeffCamera,Site,Camera ID,To do,Reader,Reader ID,Name in Camio until the next push,Done',
    'Dock,,c2,,,,,no',
    "Lobby <North>,Zürich,c1,choose,'=Gate,00125,,no",
    'Lobby <North>,Zürich,c1,choose,"Tür ""Süd""",00124,,no',
    '',
  ]);
});

it('exports the same table as a sheet, and a page to print with every name as text', async () => {
  const { handlers, sheets, pages } = started(join(root, 'sheet'));
  value(await handlers.export({ connectionId: 'a', format: 'xlsx', scope: 'changed' }));
  expect(sheets).toMatchObject([{ sheetName: 'Worksheet', rows: [{ 4: '=Gate' }, { 4: 'Tür "Süd"' }] }]);
  value(await handlers.export({ connectionId: 'a', format: 'pdf', scope: 'changed' }));
  expect(pages[0]).toContain('Lobby &lt;North&gt;');
  expect(pages[0]).toContain('ops@harbor.example');
  expect(pages[0]).not.toContain('Dock');
});

it('says so where there is nothing to carry', async () => {
  const { handlers } = started(join(root, 'sheet.csv'));
  value(await handlers.tick(tick(['c1'])));
  value(await handlers.finish({ connectionId: 'a' }));
  const refused = await handlers.export({ connectionId: 'a', format: 'csv', scope: 'changed' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'nothing-loaded' } });
});
