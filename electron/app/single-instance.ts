import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diskError } from '../store/disk-error.ts';

/** `another`: an app with the same data folder runs, and was told. `locked out`: the lock itself could not be made. */
export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'another' }
  | { readonly kind: 'locked out'; readonly message: string };

/**
 * Makes this the only app that works with the data folder. On Linux and macOS Electron refuses its lock in a folder that
 * cannot be written, too, so a refusal there is looked into.
 */
export async function claimDataFolder(
  app: { requestSingleInstanceLock(): boolean; getPath(name: 'userData'): string },
  platform: NodeJS.Platform,
): Promise<Claim> {
  if (app.requestSingleInstanceLock()) return { kind: 'first' };
  if (platform === 'win32') return { kind: 'another' };
  const folder = app.getPath('userData');
  try {
    await mkdir(folder, { recursive: true });
    await rmdir(await mkdtemp(join(folder, 'lock-')));
    return { kind: 'another' };
  } catch (error) {
    const { message, next } = diskError(error, folder);
    return {
      kind: 'locked out',
      message: `Reader Desk keeps its data in ${folder} and cannot write there. ${message}\n\n${next} Or start Reader Desk with --user-data-dir and a folder of yours.`,
    };
  }
}
