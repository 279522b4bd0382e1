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

/** The system's own program for an address or a folder. */
function hand(target: string): Promise<void> {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...args, target], { detached: true, stdio: 'ignore' });
    child.once('spawn', resolve);
    child.once('error', reject);
    child.unref();
  });
}

export const shell = only('shell', {
  /** Recorded for a test, handed to the system for a person. */
  async openExternal(url: string): Promise<void> {
    opened.push(url);
    if (!isControlled()) await hand(url);
  },
  /** Answers '' or why it could not. */
  async openPath(path: string): Promise<string> {
    opened.push(path);
    if (isControlled()) return '';
    return hand(path).then(
      () => '',
      (error: Error) => error.message,
    );
  },
} satisfies Likeness<Shell>);
