import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import { type BuiltProgram, buildProgram } from '../testing/built-program.ts';
import { createWriteSheet, type WriteSheet } from './write-sheet.ts';

let folder: string;
let thread: BuiltProgram;
let writeSheet: WriteSheet;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-sheet-'));
  thread = await buildProgram(join(import.meta.dirname, 'xlsx-worker.ts'));
  writeSheet = createWriteSheet(thread.url);
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

/** Rows that are made as they are asked for; `made` says how many were. */
function rowsInTheMaking(count: number) {
  const making = { made: 0, rows: rows() };
  function* rows() {
    for (let index = 0; index < count; index += 1) {
      making.made += 1;
      yield [String(index).padStart(5, '0'), `Tür ${index}`];
    }
  }
  return making;
}

it('makes the rows of a long list a slice at a time, and writes all of them in their order', async () => {
  const path = join(folder, 'slices.xlsx');
  const making = rowsInTheMaking(20_001);
  const madeAtTurns = new Set<number>();
  let isDone = false;
  const writing = writeSheet(path, { sheetName: 'Readers', columns, rows: making.rows }).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    madeAtTurns.add(making.made);
    await nextTurn();
  }
  expect((await writing).ok).toBe(true);
  expect(madeAtTurns.size).toBeGreaterThan(19);
  const [sheet] = await readWorkbook(await readFile(path), { trim: false });
  expect(sheet?.data).toEqual([['ID', 'Name'], ...rowsInTheMaking(20_001).rows]);
});

it('can be given up while its rows are being made, and makes no more of them', async () => {
  const path = join(folder, 'given-up.xlsx');
  const making = rowsInTheMaking(100_000);
  const cancel = new AbortController();
  const writing = writeSheet(path, { sheetName: 'Readers', columns, rows: making.rows }, cancel.signal);
  while (making.made < 5_000) await nextTurn();
  cancel.abort();
  expect(await writing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  const { made } = making;
  await nextTurn();
  expect(making.made).toBeLessThan(made + 2_000);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

it('ends with the error of rows that cannot be made', async () => {
  function* rows() {
    yield ['1', 'Lobby'];
    throw new Error('a bug in the making');
  }
  const writing = writeSheet(join(folder, 'bug.xlsx'), { sheetName: 'Readers', columns, rows: rows() });
  await expect(writing).rejects.toThrow('a bug in the making');
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
