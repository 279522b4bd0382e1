import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toDeviceEntry } from '../../core/camio/device-list.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { stringifyLossless } from '../../core/camio/lossless.ts';
import { formatCsv } from '../../core/csv/csv-text.ts';
import type { ExportFormat } from '../../core/export/export-choice.ts';
import type { ExportRow } from '../../core/export/export-rows.ts';
import { exportTable } from '../../core/export/export-table.ts';
import { type ExportFile, writeExport } from './export-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const rows = Array.from({ length: 20_001 }, (_, index): ExportRow => {
  const reader = { id: String(index).padStart(6, '0'), name: `Tür “${index}”, 🚪` };
  return {
    change: 'unchanged',
    reader: index === 7 ? { ...reader, extra: { floor: 'B' } } : reader,
    nameInCamio: null,
  };
});
const columns = ['id', 'name', 'other fields'] as const;
const origin = { list: 'draft', connection: 'Harbor', exportedAt: '2026-01-05T08:00:00.000Z', readAt: null } as const;
const fileOf = (format: ExportFormat): ExportFile => ({ rows, format, columns, origin, dialect: firstGeneration });

const noSheet = () => Promise.reject(new Error('No workbook should be written.'));

const { header, lines } = exportTable(rows, columns);
const entries = rows.map(({ reader }) => toDeviceEntry(reader));
const own = { kind: 'reader-desk readers', version: 1, ...origin, readers: entries };

/** A long list in each format that is text, as it would be made in one go. */
const formats: readonly (readonly [ExportFormat, string])[] = [
  ['csv', formatCsv([header, ...lines], ',')],
  ['csv semicolon', formatCsv([header, ...lines], ';')],
  ['json', `${stringifyLossless(own, 2)}\n`],
  ['camio json', `${stringifyLossless({ [firstGeneration.listKey]: entries }, 2)}\n`],
];

it.each(formats)('lets others go on while a long list becomes %s, and writes all of it', async (format, text) => {
  const path = join(folder, 'list');
  let isDone = false;
  let looks = 0;
  const watched = rows.map(({ reader, ...row }) => ({
    ...row,
    get reader() {
      looks += 1;
      return reader;
    },
  }));
  const file = { ...fileOf(format), rows: watched };
  const written = writeExport(path, file, noSheet, new AbortController().signal).finally(() => {
    isDone = true;
  });
  const looksAtTurns = new Set<number>();
  while (!isDone) {
    looksAtTurns.add(looks);
    await nextTurn();
  }
  expect(await written).toEqual({ ok: true, value: { bytes: Buffer.byteLength(text) } });
  expect((await readFile(path, 'utf8')) === text).toBe(true);
  expect(looksAtTurns.size).toBeGreaterThan(19);
});

it.each(formats)('leaves the file alone where the person gives up while it becomes %s', async (format) => {
  const path = join(folder, 'list');
  await writeFile(path, 'as it was');
  const cancel = new AbortController();
  const written = writeExport(path, fileOf(format), noSheet, cancel.signal);
  await nextTurn();
  cancel.abort();
  expect(await written).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['as it was', ['list']]);
});
