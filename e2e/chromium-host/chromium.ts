import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Playwright from 'playwright';
import { chromiumOptions, contextOptions } from './chromium-options.ts';
import { debuggingEndpoint } from './debugging-endpoint.ts';
import { isReadOnly } from './read-only.ts';

interface RunningChromium {
  readonly context: Playwright.BrowserContext;
  /** Where the launcher's Playwright finds the app's first window; null if nobody asked for that. */
  readonly window: { readonly endpoint: string; readonly targetId: string } | null;
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
  const profile = await makeProfile(options.userDataDir);
  const context = await playwright.launchPersistentContext(profile, {
    ...(await chromiumOptions(options)),
    ...contextOptions,
  });
  let gone = false;
  context.on('close', () => {
    gone = true;
  });
  return {
    context,
    window: options.debuggable
      ? { endpoint: await debuggingEndpoint(profile), targetId: await firstTargetOf(context) }
      : null,
    async close() {
      // A visible Chromium ends by itself with its last window.
      await context.close().catch((error) => {
        if (!gone) throw error;
      });
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Uses a running Chromium: the app gets a browser context of its own, which shares neither data nor processes of pages with
 * any other. Chromium drops the context when this process is gone, so a killed main leaves none behind.
 */
export async function joinChromium(endpoint: string): Promise<RunningChromium> {
  const browser = await playwright.connectOverCDP(endpoint);
  const context = await browser.newContext(contextOptions);
  await context.newPage();
  return {
    context,
    window: { endpoint, targetId: await firstTargetOf(context) },
    async close() {
      await context.close();
      await browser.close();
    },
  };
}

/** The page that Chromium starts with: it becomes the app's first window. */
async function firstTargetOf(context: Playwright.BrowserContext): Promise<string> {
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const cdp = await context.newCDPSession(page);
  const { targetInfo } = await cdp.send('Target.getTargetInfo');
  await cdp.detach();
  return targetInfo.targetId;
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
