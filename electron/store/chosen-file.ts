import { realpath, stat } from 'node:fs/promises';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { diskError, systemCode } from './disk-error.ts';

/**
 * Saves a file where a person chose to, as a whole or not at all: for whoever may read what was there before, else for
 * whoever this user's other files are for. A link stays, and what it leads to is replaced. Refuses with code `disk`.
 */
export async function writeChosenFile(path: string, data: string | Uint8Array): Promise<Result<void, AppError>> {
  const known = await existing(path);
  if (!known.ok) return known;
  if (known.value === null) return writeFileAtomic(path, data, { access: 'as usual' });
  return writeFileAtomic(known.value.path, data, { access: known.value.mode });
}

/** The file that stands there, whichever links lead to it, and its rights; null where there is none. */
async function existing(
  path: string,
): Promise<Result<{ readonly path: string; readonly mode: number } | null, AppError>> {
  try {
    const target = await realpath(path);
    return ok({ path: target, mode: (await stat(target)).mode & 0o777 });
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok(null) : fail(diskError(error, path));
  }
}
