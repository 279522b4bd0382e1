import { readFile } from 'node:fs/promises';
import type { AppError } from '../../../core/app-error.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { writeFileAtomic } from '../atomic-file.ts';
import { diskError } from '../disk-error.ts';
import { checkpointBytes, checkpointPath, parseCheckpoint } from './journalled-files.ts';
import type { CheckpointFormat } from './journalled-format.ts';

/** Replaces a value's checkpoint file as a whole, letting other work in between while it is put together. */
export async function writeCheckpoint<State>(
  format: CheckpointFormat<State>,
  folder: string,
  state: State,
  generation: number,
): Promise<Result<void, AppError>> {
  const bytes = await checkpointBytes(format, state, generation);
  const written = await writeFileAtomic(checkpointPath(folder, format), bytes);
  if (written.ok) return written;
  // A refusal may have come after the file was already in place; going on with its predecessor would lose what follows.
  const inPlace = await generationInPlace(format, folder);
  if (!inPlace.ok) return fail(inPlace.error);
  return inPlace.value === generation ? ok(undefined) : written;
}

async function generationInPlace<State>(
  format: CheckpointFormat<State>,
  folder: string,
): Promise<Result<number | null, AppError>> {
  try {
    const parsed = parseCheckpoint(format, await readFile(checkpointPath(folder, format)));
    return ok(parsed.ok ? parsed.value.generation : null);
  } catch (error) {
    return fail(diskError(error, checkpointPath(folder, format)));
  }
}
