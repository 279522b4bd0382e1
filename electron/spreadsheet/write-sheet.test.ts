import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import { type BuiltThread, buildThread } from '../store/built-thread.fixture.ts';
import { createWriteSheet, type WriteSheet } from './write-sheet.ts';

let folder: string;
let thread: BuiltThread;
let writeSheet: WriteSheet;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-sheet-'));
  thread = await buildThread(join(import.meta.dirname, 'xlsx-worker.ts'));
  writeSheet = createWriteSheet(thread.program);
}, 60_000);
afterAll(async () => {
  await thread.remove();
  await rm(folder, { recursive: true, force: true });
});

const columns = [
  { title: 'ID', width: 12 },
  { title: 'Name', width: 40 },
];

it('writes a file that opens as a workbook with the same texts', async () => {
  const path = join(folder, 'readers.xlsx');
  const rows = [
    ['00124', 'Tür "Süd" 🚪'],
    ['=1+1', ' a\r\nb '],
  ];
  const written = await writeSheet(path, { sheetName: 'Readers', columns, rows });
  const bytes = await readFile(path);
  expect(written).toEqual(ok({ bytes: bytes.length }));
  const sheets = await readWorkbook(bytes, { trim: false });
  expect(sheets).toEqual([{ sheet: 'Readers', data: [['ID', 'Name'], ...rows] }]);
});

it('leaves main free for other work meanwhile', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [String(index).padStart(5, '0'), `Door ${index}`]);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await writeSheet(join(folder, 'many.xlsx'), { sheetName: 'Readers', columns, rows });
  clearInterval(timer);
  // Without a thread of its own there would be a few.
  expect(turns).toBeGreaterThan(50);
});

it('can be given up, and leaves the file as it was', async () => {
  const path = join(folder, 'kept.xlsx');
  await writeFile(path, 'as it was');
  const rows = Array.from({ length: 100_000 }, (_, index) => [String(index), `Door ${index}`]);
  const cancel = new AbortController();
  const writing = writeSheet(path, { sheetName: 'Readers', columns, rows }, cancel.signal);
  cancel.abort();
  expect(await writing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await readFile(path, 'utf8')).toBe('as it was');
});

it.each([
  [{ rows: [['1', 'x'.repeat(32_768)]] }, 'Row 2 has 32,768 in the column Name.'],
  [{ rows: Array.from({ length: 1_048_576 }, () => []) }, 'these are 1,048,576'],
])('refuses what Excel would call a damaged file', async ({ rows }, why) => {
  const path = join(folder, 'refused.xlsx');
  const refused = await writeSheet(path, { sheetName: 'Readers', columns, rows });
  expect(refused).toMatchObject({ ok: false, error: { code: 'blocked' } });
  expect(refused.ok ? '' : refused.error.message).toContain(why);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

it('says so where the file cannot be written', async () => {
  const path = join(folder, 'taken');
  await mkdir(join(path, 'inside'), { recursive: true });
  const refused = await writeSheet(path, { sheetName: 'Readers', columns, rows: [] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'disk' } });
});
