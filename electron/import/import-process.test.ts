import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstChoices } from '../../core/import/import-comparison.ts';
import { asDetected } from '../../core/import/import-table.ts';
import { builtImport } from '../testing/built-import.ts';
import { workbookFile } from '../testing/workbook-file.ts';

const updating = { ...firstChoices, mode: 'update and add', leaveOutErrors: false, repairs: [] } as const;
const generous = { memoryMb: 1_536, answerMs: 60_000 };

let folder: string;
let programs: Awaited<ReturnType<typeof builtImport>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-import-'));
  programs = await builtImport();
}, 60_000);
afterAll(async () => {
  await programs.remove();
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
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const file = programs.open()(path, 'readers', ({ phase, done }) => progress.push([phase, done]));
  const read = await file.read(asDetected);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value).toMatchObject({ fileName: '100000.csv', rows: 100_000, mappingFrom: 'guessed' });
  const known = { ids: ['0000001'], names: ['Door'], sites: null, listed: 1 };
  const compared = await file.compare(read.value.mapping, updating, known);
  delay.disable();
  file.close();
  expect(compared).toMatchObject({ ok: true, value: { added: { total: 99_999 }, renamed: { total: 1 } } });
  expect(progress.at(0)).toEqual(['reading', read.value.bytes]);
  expect(progress.at(-1)).toEqual(['comparing', 0]);
  expect(delay.max / 1e6).toBeLessThan(250);
});

it('is cancelled at once, in the middle of a file', async () => {
  const file = programs.open()(await fileWith(100_000), 'readers', () => {});
  const reading = file.read(asDetected);
  file.close();
  expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await file.read(asDetected)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

describe('a file that asks too much is refused with a sentence', () => {
  it('of memory', async () => {
    const open = programs.open({ ...generous, memoryMb: 24 });
    const file = open(await fileWith(200_000), 'readers', () => {});
    expect(await file.read(asDetected)).toMatchObject({
      error: { message: '“200000.csv” needs more memory than Reader Desk gives to one file, so it was not read.' },
    });
    file.close();
  });

  it('of time', async () => {
    const open = programs.open({ ...generous, answerMs: 1 });
    const file = open(await fileWith(200_000), 'readers', () => {});
    const read = await file.read(asDetected);
    expect(read).toMatchObject({ ok: false, error: { code: 'invalid-input', next: expect.stringMatching(/CSV/) } });
    expect(read.ok ? '' : read.error.message).toContain('took more than');
    file.close();
  });

  it('and where its process ends under it, main goes on', async () => {
    let end = () => {};
    const path = await fileWith(200_000);
    const file = programs.open(generous, (kill) => {
      end = kill;
    })(path, 'readers', () => {});
    const reading = file.read(asDetected);
    end();
    expect(await reading).toMatchObject({
      error: { code: 'invalid-input', message: expect.stringContaining('ended before it was done') },
    });
  });
});

it('leaves main nothing to do and nothing to hold while it reads hostile workbooks', async () => {
  const far = '<sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>';
  const files = [far, '<a>'.repeat(1_000), '<sheetData><row>'];
  // Processor time rather than delays, which also tell how busy the machine is.
  let busyMs = 0;
  const before = process.memoryUsage.rss();
  for (const [at, xml] of files.entries()) {
    const path = join(folder, `hostile-${at}.xlsx`);
    await writeFile(path, workbookFile([{ name: 'S', rows: [], xml }]));
    const began = process.cpuUsage();
    const file = programs.open()(path, 'readers', () => {});
    expect(await file.read(asDetected)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    file.close();
    const { user, system } = process.cpuUsage(began);
    busyMs = Math.max(busyMs, (user + system) / 1_000);
  }
  expect(busyMs).toBeLessThan(300);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
});

it('refuses a file over the limit before reading it, and one that is not there', async () => {
  const path = join(folder, 'large.csv');
  await writeFile(path, '');
  await truncate(path, 200 * 1024 * 1024);
  const large = programs.open()(path, 'readers', () => {});
  expect(await large.read(asDetected)).toMatchObject({
    error: { message: '“large.csv” has 200 MB. Files of up to 100 MB can be imported.' },
  });
  large.close();
  const missing = programs.open()(join(folder, 'none.csv'), 'readers', () => {});
  expect(await missing.read(asDetected)).toMatchObject({ error: { code: 'disk' } });
  missing.close();
});
