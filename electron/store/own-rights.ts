import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './file-identity.ts';

/** What the app keeps in its data folder. Chromium's own files are beside it, and are left alone. */
const own = [
  'connections',
  'activity',
  'tokens',
  'practice',
  'connections.json',
  'settings.json',
  'event-presets.json',
  'import-mappings.json',
  'window.json',
];

/**
 * Takes everybody else's rights away from what the app keeps, e.g. after the folder was copied by a program that gave it to
 * all. What this user may not change stays as it is. Windows has no such rights.
 */
export async function keepToOneself(dataFolder: string, platform = process.platform): Promise<void> {
  if (platform === 'win32') return;
  for (const name of own) await tighten(join(dataFolder, name));
}

async function tighten(path: string): Promise<void> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return;
    if ((found.mode & 0o077) !== 0) await chmod(path, found.isDirectory() ? 0o700 : 0o600);
    if (!found.isDirectory()) return;
    for (const name of await readdir(path)) await tighten(join(path, name));
  } catch (error) {
    if (!isMissing(error) && !isNotOurs(error)) throw error;
  }
}

function isNotOurs(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EPERM' || code === 'EACCES' || code === 'EROFS' || code === 'ENOTSUP';
}
