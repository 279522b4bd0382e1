import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { isControlled, onCommand } from './control.ts';
import { type Likeness, only } from './only.ts';

const opened: string[] = [];
onCommand('opened externally', () => opened);

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

export const shell = only('shell', {
  /** Recorded for a test, handed to the system for a person. */
  async openExternal(url: string): Promise<void> {
    opened.push(url);
    if (isControlled()) return;
    const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
    await new Promise<void>((resolve, reject) => {
      const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
      child.once('spawn', resolve);
      child.once('error', reject);
      child.unref();
    });
  },
} satisfies Likeness<Shell>);
