import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchInChromium } from './chromium.ts';
import { launchInElectron } from './electron.ts';
import { consentButtons, type LaunchedApp, type LaunchOptions } from './launched-app.ts';

const root = resolve(import.meta.dirname, '../..');

/** Starts the built app and returns when its window shows a page. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const mainBundle = join(root, 'dist/main/main.js');
  if (!existsSync(mainBundle)) throw new Error('The app is not built. "npm run build" and "npm run e2e" build it.');
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'reader-desk-')));
  const removeFolder = async () => {
    if (options.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  if (options.knownServers) {
    const known = { version: 1, origins: options.knownServers };
    await writeFile(join(userDataDir, 'known-servers.json'), JSON.stringify(known));
  }
  const { args = [], chromium } = options;
  const launch = { mainBundle, root, userDataDir, env: inherited(options.env), args, ...(chromium && { chromium }) };
  const host = options.host ?? defaultHost();
  const app = await (host === 'electron' ? launchInElectron(launch) : launchInChromium(launch)).catch(async (error) => {
    await removeFolder();
    throw error;
  });
  await app.agreeTo(...consentButtons);
  return {
    ...app,
    userDataDir,
    close: async () => {
      await app.close();
      await removeFolder();
    },
  };
}

/** The Chromium host, unless Electron is asked for (`npm run e2e -- --electron`): never what happens to be installed. */
export const defaultHost = (): 'electron' | 'chromium' =>
  process.env.READER_DESK_SPECS_IN === 'electron' ? 'electron' : 'chromium';

function inherited(own: Readonly<Record<string, string>> = {}): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(known), ...own };
}
