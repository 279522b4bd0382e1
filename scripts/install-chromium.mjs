import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { findChromium } from './find-chromium.mjs';
import { run, runNode } from './run.mjs';

const downloadLimitMs = 10 * 60_000;
const versionLimitMs = 30_000;

/**
 * A Chromium for the windows of tests and of the Chromium host: one that is there, else Playwright's download, else
 * Debian's package when root. Says what it does, and answers whether there is one in the end. `headless`: one without a
 * window will do.
 * @param {{ headless?: boolean }} [options]
 */
export async function installChromium({ headless = false } = {}) {
  if (await hasChromium({ headless })) return true;
  console.log('No Chromium that runs was found. Downloading the one Playwright uses…');
  await runNode('node_modules/playwright/cli.js', ['install', 'chromium'], { limitMs: downloadLimitMs });
  if (await hasChromium({ headless })) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("That did not work. Installing the system's Chromium package…");
    await run('apt-get', ['update']);
    await run(
      'apt-get',
      ['install', '-y', '--no-install-recommends', headless ? 'chromium-headless-shell' : 'chromium'],
      {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
    if (await hasChromium({ headless })) return true;
  }
  console.error(
    'No Chromium that runs could be found or downloaded. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the browser to use.',
  );
  return false;
}

/**
 * Whether one is there. On Linux it must also run: a download comes without the system's libraries, which the packages
 * that are installed next bring along.
 * @param {{ headless: boolean }} options
 */
async function hasChromium(options) {
  const path = await findChromium(options);
  if (path === null || process.platform !== 'linux') return path !== null;
  return promisify(execFile)(path, ['--version'], { timeout: versionLimitMs }).then(
    () => true,
    () => false,
  );
}
