import { join } from 'node:path';
import { launchInChromium } from '../../e2e/launch/chromium.ts';
import { launchInElectron } from '../../e2e/launch/electron.ts';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { root } from '../../scripts/run.mjs';

/** Starts any main bundle in Electron where it is installed, else in the Chromium host, as specs start the app. */
export function startHost(mainBundle: string, userDataDir: string, args: readonly string[] = []) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const launch = { root, mainBundle: join(root, mainBundle), userDataDir, env, args };
  return electronBinary() === null ? launchInChromium(launch) : launchInElectron(launch);
}
