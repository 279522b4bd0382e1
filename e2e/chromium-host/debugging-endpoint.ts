import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where a second client can connect: Chromium writes the port it chose into its profile, a moment after it has started. */
export async function debuggingEndpoint(profile: string): Promise<string> {
  for (;;) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = text.split('\n')[0];
    if (port) return `http://127.0.0.1:${port}`;
    await delay(10);
  }
}
