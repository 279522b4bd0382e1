import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchInChromium } from '../../e2e/launchers/chromium.ts';
import { launchInElectron } from '../../e2e/launchers/electron.ts';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { root } from '../../scripts/run.mjs';

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
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const launch = { root, mainBundle: join(root, mainBundle), userDataDir, env, args: [] };
  const startedAt = performance.now();
  const app = await (electronBinary() === null ? launchInChromium(launch) : launchInElectron(launch));
  const tookMs = performance.now() - startedAt;
  await app.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  return tookMs;
}
