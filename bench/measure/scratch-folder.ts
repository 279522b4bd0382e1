import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';

/** Runs `work` with a new folder on the project's own disk: a temporary folder may be in memory, where a sync costs nothing. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
