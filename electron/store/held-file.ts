import { rm } from 'node:fs/promises';
import { retryifyAsync } from 'stubborn-utils';
import { mayBeHeld } from './disk-error.ts';

/** An antivirus program or a search index that looks at a new file is done with it in less. */
const patienceMs = 2_000;
const mostPauseMs = 200;

/**
 * Moves or deletes a file. On Windows it is tried again for a while where another program may have the file open for a
 * moment; elsewhere an open file hinders nobody. Throws what the last try threw.
 */
export function onceLetGo(moveOrDelete: () => Promise<void>, platform = process.platform): Promise<void> {
  if (platform !== 'win32') return moveOrDelete();
  return retryifyAsync(moveOrDelete, { isRetriable: mayBeHeld })({ timeout: patienceMs, interval: mostPauseMs })();
}

/** Deletes a file, where there is one. Throws what node:fs throws. */
export function removeFile(path: string): Promise<void> {
  return onceLetGo(() => rm(path, { force: true }));
}

/** Deletes a folder and all in it, where there is one. Throws what node:fs throws. */
export function removeFolder(path: string): Promise<void> {
  // The pauses grow by the delay: two seconds in all. A folder also counts as full until all that was in it is let go.
  return rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 130 });
}
