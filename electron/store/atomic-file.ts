import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { diskError, systemCode } from './disk-error.ts';
import { makeFolder, syncFolder } from './durable-folder.ts';
import { onceLetGo, removeFile } from './held-file.ts';

/** Only the person who runs the app may read what it keeps. */
const fileMode = 0o600;
/** Of these, the system leaves those rights that the person's other new files have. */
const usualMode = 0o666;

interface Replacing {
  /** Who may use the new file: this user alone (the default), whoever the system lets, or exactly these rights. */
  readonly access?: 'own' | 'as usual' | number;
  readonly move?: (from: string, to: string) => Promise<void>;
  readonly platform?: NodeJS.Platform;
}

/**
 * Replaces the file at `path` as a whole: after a crash at any moment it holds the old contents or the new ones.
 * Makes the folder where it is missing. Refuses with code `disk`, leaving the old file as it was.
 */
export async function writeFileAtomic(
  path: string,
  data: string | Uint8Array,
  { access = 'own', move = rename, platform = process.platform }: Replacing = {},
): Promise<Result<void, AppError>> {
  const folder = dirname(path);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await makeFolder(folder);
    await writeDurably(temporary, data, access);
    await onceLetGo(() => move(temporary, path), platform);
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    await removeFile(temporary).catch(() => {
      // The write's own failure is what the person must hear of; a leftover temporary file harms nothing.
    });
    return fail(diskError(error, path, platform));
  }
}

/** The text of the file at `path` (UTF-8), null where there is none, or a refusal with code `disk`. */
export async function readTextFile(path: string): Promise<Result<string | null, AppError>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok(null) : fail(diskError(error, path));
  }
}

/**
 * Moves a file that cannot be used out of the way, beside itself under a new name with the time, and answers that
 * path. Nothing is erased. Only for a file that nothing takes the place of; else `replaceDamaged`.
 */
export async function setAside(path: string, now: Date): Promise<Result<string, AppError>> {
  const aside = `${path}.unreadable-${now.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
  try {
    await onceLetGo(() => rename(path, aside));
    await syncFolder(dirname(path));
    return ok(aside);
  } catch (error) {
    return fail(diskError(error, path));
  }
}

/**
 * Puts `data` in the place of a file that cannot be used, and keeps the file beside it under a new name with the time;
 * answers that path. The copy stands first: after a crash in between, the damaged file is found and told of again.
 */
export async function replaceDamaged(
  path: string,
  data: string | Uint8Array,
  now: Date,
): Promise<Result<string, AppError>> {
  const copy = await keepCopy(path, now);
  if (!copy.ok) return copy;
  const written = await writeFileAtomic(path, data);
  return written.ok ? copy : written;
}

/** Keeps what a file holds beside it, under a new name with the time, before the file is repaired; answers that path. */
export async function keepCopy(path: string, now: Date): Promise<Result<string, AppError>> {
  const copy = `${path}.damaged-${now.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
  try {
    const written = await writeFileAtomic(copy, await readFile(path));
    return written.ok ? ok(copy) : written;
  } catch (error) {
    return fail(diskError(error, path));
  }
}

async function writeDurably(path: string, data: string | Uint8Array, access: 'own' | 'as usual' | number) {
  const handle = await open(path, 'wx', access === 'as usual' ? usualMode : fileMode);
  try {
    // File systems without rights give every file the same and may refuse to set them, even to what they are.
    if (typeof access === 'number' && ((await handle.stat()).mode & 0o777) !== access) await handle.chmod(access);
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
