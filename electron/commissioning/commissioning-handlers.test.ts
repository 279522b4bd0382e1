import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchLink } from '../../core/commissioning/search-link.ts';
import { fail, ok } from '../../core/result.ts';
import type { ReportFormat } from '../../core/sweep/sweep.ts';
import { isAllowedLink } from '../app/external-link.ts';
import { type SweepWorkspace, startSweepWorkspace } from '../testing/sweep-workspace.ts';
import { value } from '../testing/workspace.ts';
import { createCommissioningHandlers } from './commissioning-handlers.ts';
import { createReportExport } from './report-export.ts';

const at = new Date('2026-07-01T12:00:00.000Z');
const notPrinted = { code: 'disk', message: 'There is no printer.', next: '' } as const;
let workspace: SweepWorkspace;
let target: string;
beforeEach(async () => {
  workspace = await startSweepWorkspace({ readers: 3 });
  target = await mkdtemp(join(tmpdir(), 'reader-desk-report-'));
});
afterEach(async () => {
  await workspace.close();
  await rm(target, { recursive: true });
});

/** A finished sweep of three readers, and the handlers; the save dialog is answered with `fileName`, or cancelled. */
async function commissioned(fileName: string | null = 'report', prints = true) {
  const session = workspace.startSession();
  const { sweep } = await session.sweep();
  const printed: string[] = [];
  const asked: string[] = [];
  const copied: string[] = [];
  const handlers = createCommissioningHandlers({
    sweeps: session.sweeps,
    clipboard: { writeText: async (text) => void copied.push(text) },
    exportReport: createReportExport({
      sweeps: session.sweeps,
      connections: workspace.connections,
      camerasOf: async () => ok(new Map([[workspace.allReaders.readerIds[0] ?? '', ['Lobby dome']]])),
      async printToPdf(html) {
        printed.push(html);
        return prints ? ok(new TextEncoder().encode('%PDF-1.7')) : fail(notPrinted);
      },
      dialog: {
        async showSaveDialog(options: unknown) {
          const path = typeof options === 'object' && options && 'defaultPath' in options ? options.defaultPath : '';
          asked.push(String(path));
          return fileName === null
            ? { canceled: true, filePath: '' }
            : { canceled: false, filePath: join(target, fileName) };
        },
      },
      documents: () => '/documents',
      appVersion: '1.2.3',
      now: () => at,
    }),
    now: () => at,
  });
  const input = { connectionId: workspace.connectionId, sweepId: sweep.id };
  const exportAs = (format: ReportFormat) =>
    handlers.exportReport({ ...input, format, site: 'Harbor: 5', person: 'Dana' });
  return { session, handlers, input, exportAs, printed, asked, copied };
}

test('what was seen is kept with its time, and is in every kind of report', async () => {
  const { session, handlers, input, exportAs, printed, asked } = await commissioned();
  const [first = ''] = workspace.allReaders.readerIds;
  value(await handlers.signOff({ ...input, readerIds: [first], signOff: { seen: true, note: 'Clear view' } }));
  expect((await session.results(input.sweepId))[0]?.signOff).toEqual({
    seen: true,
    note: 'Clear view',
    at: at.toISOString(),
  });
  expect(session.told.at(-1)?.seen).toBe(1);

  for (const format of ['html', 'csv'] as const) {
    const saved = value(await exportAs(format));
    const text = await readFile(join(target, 'report'), 'utf8');
    expect(saved).toEqual({ kind: 'saved', path: join(target, 'report'), rows: 3, bytes: Buffer.byteLength(text) });
    for (const words of ['Clear view', 'Lobby dome', ...workspace.allReaders.readerIds]) expect(text).toContain(words);
  }
  const saved = value(await exportAs('pdf'));
  expect(saved).toMatchObject({ kind: 'saved', rows: 3, bytes: 8 });
  expect(printed[0]).toContain('Clear view');
  expect(asked.map((path) => path.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
    '/documents/Harbor 5 - commissioning report - DAY.html',
    '/documents/Harbor 5 - commissioning report - DAY.csv',
    '/documents/Harbor 5 - commissioning report - DAY.pdf',
  ]);

  value(await handlers.signOff({ ...input, readerIds: [first], signOff: null }));
  expect((await session.results(input.sweepId))[0]?.signOff).toBeNull();
});

test('nothing is written where the dialog is cancelled, the page cannot be printed, or the sweep is gone', async () => {
  expect(value(await (await commissioned(null)).exportAs('html'))).toEqual({ kind: 'cancelled' });
  const { exportAs, handlers, input } = await commissioned('report', false);
  expect(await exportAs('pdf')).toEqual(fail(notPrinted));
  const gone = await handlers.exportReport({ ...input, sweepId: 'gone', format: 'csv', site: '', person: '' });
  expect(gone).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await readdir(target)).toEqual([]);
});

test('a label is copied as it is, and its link may be opened', async () => {
  const { handlers, copied } = await commissioned();
  value(await handlers.copyLabel({ label: 'reader-desk-lq2v9k3c-7f0z-000001' }));
  expect(copied).toEqual(['reader-desk-lq2v9k3c-7f0z-000001']);
  expect(isAllowedLink(searchLink('reader-desk-lq2v9k3c-7f0z-000001'))).toBe(true);
  expect(searchLink('a b&c#d')).toBe('https://camio.com/app/#search;q=a%20b%26c%23d');
});
