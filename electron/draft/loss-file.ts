import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { ListLoss } from '../../core/draft/list-loss.ts';
import { snapshotIdPattern } from '../../core/history/snapshot.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import { setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';
import { newerFile, readJsonFile } from '../store/json-file.ts';

const count = z.int().nonnegative();
const version1 = z.object({
  version: z.literal(1),
  snapshotId: z.string().regex(snapshotIdPattern),
  held: count,
  noticedAt: z.iso.datetime(),
  now: count,
  gone: count,
  unnamed: count,
});

const pathIn = (folder: string) => join(folder, 'list-loss.json');

/**
 * What Camio's list lost, null where that is nothing. A damaged file is set aside, which `notices` says; a newer one is
 * refused.
 */
export async function readLoss(
  folder: string,
  now: Date,
): Promise<Result<{ readonly loss: ListLoss | null; readonly notices: readonly AppError[] }, AppError>> {
  const path = pathIn(folder);
  const read = await readJsonFile(path, { version: 1, schema: version1 });
  if (!read.ok) return read;
  switch (read.value.kind) {
    case 'none':
      return ok({ loss: null, notices: [] });
    case 'value':
      return ok({ loss: read.value.value, notices: [] });
    case 'newer':
      return fail(newerFile('The warning that Camio’s list had lost readers', path));
    case 'damaged': {
      const aside = await setAside(path, now);
      return aside.ok ? ok({ loss: null, notices: [unreadable(aside.value)] }) : aside;
    }
    default:
      return exhaustive(read.value);
  }
}

/** Null: there is nothing to tell any more. */
export async function writeLoss(folder: string, loss: ListLoss | null): Promise<Result<void, AppError>> {
  if (loss) return writeFileAtomic(pathIn(folder), JSON.stringify({ version: 1, ...loss }));
  try {
    await removeFile(pathIn(folder));
    return ok(undefined);
  } catch (error) {
    return fail(diskError(error, pathIn(folder)));
  }
}

function unreadable(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'A warning that Camio’s list had lost readers cannot be read any more.',
    next: `Look at the snapshots on History: the list from before is among them. The file was kept as ${path}.`,
  };
}
