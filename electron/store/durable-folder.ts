import { closeSync, fsyncSync, openSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './disk-error.ts';

const folderMode = 0o700;

/** Folders that were made and whose parent was not synced yet: a power cut may still take them away. */
const unsynced = new Set<string>();

/** Makes a folder, and those above it, for this user alone; they survive a power cut. Throws what node:fs throws. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: folderMode });
  if (first !== undefined) for (const each of ancestors(folder, first)) unsynced.add(each);
  if (unsynced.size === 0) return;
  // From the top, so that every folder is there once its children are. Also those that an earlier try could not sync.
  for (const each of [...ancestors(folder)].reverse()) {
    if (!unsynced.has(each)) continue;
    await syncFolder(dirname(each));
    unsynced.delete(each);
  }
}

/** The folder and those above it, up to `last` or the root. */
function* ancestors(folder: string, last?: string): Generator<string> {
  let each = folder;
  for (;;) {
    yield each;
    if (each === last || dirname(each) === each) return;
    each = dirname(each);
  }
}

/** What a file system answers that cannot sync a folder, as on some network drives. */
const noSuchSync = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/**
 * Makes a rename or a new file in `folder` survive a power cut, as far as its file system can. Windows does this by itself
 * and offers no call. Throws what node:fs throws.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!noSuchSync.includes(systemCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** `syncFolder` for callers that cannot wait. */
export function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!noSuchSync.includes(systemCode(error))) throw error;
  } finally {
    closeSync(handle);
  }
}
