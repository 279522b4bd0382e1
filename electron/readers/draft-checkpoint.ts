import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import type { Draft } from '../../core/readers/draft.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';
import { diskError } from '../store/disk-error.ts';
import { checkpointLines, checkpointPath, parseCheckpoint } from './draft-files.ts';

/** Replaces a draft's checkpoint file as a whole, letting other work in between while it is put together. */
export async function writeCheckpoint(
  folder: string,
  draft: Draft,
  generation: number,
): Promise<Result<void, AppError>> {
  const chunks: Buffer[] = [];
  for (const line of checkpointLines(draft, generation)) {
    chunks.push(Buffer.from(line));
    await setImmediate();
  }
  const written = await writeFileAtomic(checkpointPath(folder), Buffer.concat(chunks));
  if (written.ok) return written;
  // A refusal may have come after the file was already in place; going on with its predecessor would lose what follows.
  const inPlace = await generationInPlace(folder);
  if (!inPlace.ok) return fail(inPlace.error);
  return inPlace.value === generation ? ok(undefined) : written;
}

async function generationInPlace(folder: string): Promise<Result<number | null, AppError>> {
  try {
    const parsed = parseCheckpoint(await readFile(checkpointPath(folder)));
    return ok(parsed.ok ? parsed.value.generation : null);
  } catch (error) {
    return fail(diskError(error, checkpointPath(folder)));
  }
}
