import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { withoutElectron } from '../testing/without-electron.ts';

withoutElectron();
const { durableStores } = await import('../testing/durable-stores.ts');

/** A data folder as version 0.1.0 left it after a crash, with the traces of twelve steps in every store. */
const earlier = join(import.meta.dirname, '../testing/data-folder-0.1.0');
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

let folder: string;
let notices: AppError[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-earlier-'));
  notices = [];
  await cp(earlier, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

it.each(durableStores)('$name as version 0.1.0 wrote it opens, and goes on', async (store) => {
  async function start() {
    const opened = await store.open(folder, (error) => void notices.push(error));
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  }
  async function stepsOf({ steps }: Awaited<ReturnType<typeof start>>) {
    const found = await steps();
    if (!found.ok) throw new Error(`${found.error.message} ${found.error.detail}`);
    return [...found.value].sort((a, b) => a - b);
  }
  const first = await start();
  const before = store.keeps === 'every step' ? twelve : [12];
  expect(await stepsOf(first)).toEqual(before);
  expect(await first.step(13)).toMatchObject({ ok: true });
  await first.close();
  expect(await stepsOf(await start())).toEqual(store.keeps === 'every step' ? [...twelve, 13] : [13]);
  expect(notices).toEqual([]);
});
