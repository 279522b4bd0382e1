import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltProgram, buildProgram } from '../testing/built-program.ts';
import { createOpenImportThread } from './import-thread.ts';

const asDetected = { encoding: null, delimiter: null, sheet: null, headerLine: null };
const updating = { mode: 'update and add', leaveOutErrors: false, repairs: [] } as const;

let folder: string;
let program: BuiltProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-import-'));
  program = await buildProgram(join(import.meta.dirname, 'import-worker.ts'));
}, 60_000);
afterAll(async () => {
  await program.remove();
  await rm(folder, { recursive: true, force: true });
});

async function fileWith(rows: number): Promise<string> {
  const path = join(folder, `${rows}.csv`);
  const lines = Array.from(
    { length: rows },
    (_, index) => `${String(index).padStart(7, '0')},"Door ${index}, North"\n`,
  );
  await writeFile(path, `Reader ID,Name\n${lines.join('')}`);
  return path;
}

it('reads and compares 100,000 rows without holding up main, and says how far it is', async () => {
  const path = await fileWith(100_000);
  const progress: (readonly [phase: string, done: number])[] = [];
  const open = createOpenImportThread(program.url);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const thread = open(path, 'readers', ({ phase, done }) => progress.push([phase, done]));
  const read = await thread.read(asDetected);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value).toMatchObject({ fileName: '100000.csv', rows: 100_000, mappingFrom: 'guessed' });
  const known = { ids: ['0000001'], names: ['Door'], sites: null, listed: 1 };
  const compared = await thread.compare(read.value.mapping, updating, known);
  delay.disable();
  thread.close();
  expect(compared).toMatchObject({ ok: true, value: { added: { total: 99_999 }, renamed: { total: 1 } } });
  expect(progress.at(0)).toEqual(['reading', read.value.bytes]);
  expect(progress.at(-1)).toEqual(['comparing', 0]);
  expect(delay.max / 1e6).toBeLessThan(250);
});

it('is cancelled at once, in the middle of a file', async () => {
  const thread = createOpenImportThread(program.url)(await fileWith(100_000), 'readers', () => {});
  const reading = thread.read(asDetected);
  thread.close();
  expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await thread.read(asDetected)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it('refuses a file that takes too much memory with a sentence', async () => {
  const thread = createOpenImportThread(program.url, 24)(await fileWith(200_000), 'readers', () => {});
  expect(await thread.read(asDetected)).toMatchObject({
    error: { message: '“200000.csv” needs more memory than Reader Desk gives to one file, so it was not read.' },
  });
  thread.close();
});

it('refuses a file over the limit before reading it, and one that is not there', async () => {
  const open = createOpenImportThread(program.url);
  const path = join(folder, 'large.csv');
  await writeFile(path, '');
  await truncate(path, 200 * 1024 * 1024);
  const large = open(path, 'readers', () => {});
  expect(await large.read(asDetected)).toMatchObject({
    error: { message: '“large.csv” has 200 MB. Files of up to 100 MB can be imported.' },
  });
  large.close();
  const missing = open(join(folder, 'none.csv'), 'readers', () => {});
  expect(await missing.read(asDetected)).toMatchObject({ error: { code: 'disk' } });
  missing.close();
});
