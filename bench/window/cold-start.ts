import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startHost } from './host-start.ts';

export interface ColdStarts {
  readonly appMs: readonly number[];
  readonly emptyMs: readonly number[];
}

/** From starting the process to a window that shows its `main`, for the app and for an empty page by turns. */
export async function coldStarts(folder: string, times: number): Promise<ColdStarts> {
  const appMs: number[] = [];
  const emptyMs: number[] = [];
  for (let run = 0; run < times; run++) {
    appMs.push(await startMs(folder, 'dist/main/main.js'));
    emptyMs.push(await startMs(folder, 'dist/bench/empty-app.js'));
  }
  return { appMs, emptyMs };
}

async function startMs(folder: string, mainBundle: string): Promise<number> {
  const userDataDir = await mkdtemp(join(folder, 'start-'));
  const startedAt = performance.now();
  const app = await startHost(mainBundle, userDataDir);
  const tookMs = performance.now() - startedAt;
  await app.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  return tookMs;
}
