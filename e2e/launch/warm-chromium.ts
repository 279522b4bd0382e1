import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumOptions } from '../chromium-host/chromium-options.ts';
import { debuggingEndpoint } from '../chromium-host/debugging-endpoint.ts';

/** A Chromium that outlives the apps that run in it: each gets a browser context of its own. */
export class WarmChromium {
  private started: Promise<{ profile: string; context: BrowserContext; endpoint: string }> | null = null;

  /** Starts it for the first app that asks. Where an app connects to it. */
  async endpoint(): Promise<string> {
    this.started ??= start();
    return (await this.started).endpoint;
  }

  async close(): Promise<void> {
    if (!this.started) return;
    const { context, profile } = await this.started;
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start() {
  const profile = await mkdtemp(join(tmpdir(), 'reader-desk-chromium-'));
  const context = await chromium.launchPersistentContext(
    profile,
    await chromiumOptions({ headless: true, debuggable: true }),
  );
  const endpoint = await debuggingEndpoint(profile);
  // The only pages here are those of apps.
  await Promise.all(context.pages().map((page) => page.close()));
  return { profile, context, endpoint };
}
