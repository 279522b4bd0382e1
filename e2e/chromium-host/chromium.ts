import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type * as Playwright from 'playwright';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { canSandbox } from '../../scripts/sandbox.mjs';
import { isReadOnly } from './read-only.ts';

interface RunningChromium {
  readonly context: Playwright.BrowserContext;
  /** Where a second client (the launcher's Playwright) can connect; null where nobody asked for one. */
  readonly endpoint: string | null;
  close(): Promise<void>;
}

// Required, not imported: to import it Node reads its megabytes once more, for the names they export.
const { chromium: playwright }: typeof Playwright = createRequire(import.meta.url)('playwright');

const profilePrefix = 'chromium-host-';

/**
 * Starts a Chromium with a fresh profile inside the app's user-data folder, as Electron keeps its own there. It listens
 * to this process through a pipe and ends itself when the pipe breaks, so a killed main leaves no Chromium behind.
 */
export async function startChromium(options: {
  readonly userDataDir: string;
  readonly headless: boolean;
  readonly debuggable: boolean;
}): Promise<RunningChromium> {
  const executablePath = await findChromium({ headless: options.headless });
  if (executablePath === null) throw new Error('No Chromium was found. Set CHROMIUM_PATH to one, or run "npm test".');
  const profile = await makeProfile(options.userDataDir);
  const isSandboxed = canSandbox();
  const context = await playwright.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless,
    chromiumSandbox: isSandboxed,
    viewport: null,
    colorScheme: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.debuggable ? ['--remote-debugging-port=0'] : []),
      // A window without tabs and address bar; headless Chromium has neither.
      ...(options.headless ? [] : ['--app=data:text/html,']),
      // Hides the notice about the missing sandbox.
      ...(isSandboxed ? [] : ['--test-type']),
    ],
  });
  let gone = false;
  context.on('close', () => {
    gone = true;
  });
  return {
    context,
    endpoint: options.debuggable ? await debuggingEndpoint(profile) : null,
    async close() {
      // A visible Chromium ends by itself with its last window.
      await context.close().catch((error) => {
        if (!gone) throw error;
      });
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Chromium writes the port it chose into its profile, a moment after it has started. */
async function debuggingEndpoint(profile: string): Promise<string> {
  for (;;) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = text.split('\n')[0];
    if (port) return `http://127.0.0.1:${port}`;
    await delay(10);
  }
}

/** Also removes the profiles that killed runs left behind. A user-data folder that cannot be written gets one elsewhere. */
async function makeProfile(userDataDir: string): Promise<string> {
  try {
    const names = await readdir(userDataDir);
    const old = names.filter((name) => name.startsWith(profilePrefix));
    await Promise.all(old.map((name) => rm(join(userDataDir, name), { recursive: true, force: true, maxRetries: 3 })));
    return await mkdtemp(join(userDataDir, profilePrefix));
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return mkdtemp(join(tmpdir(), profilePrefix));
  }
}
