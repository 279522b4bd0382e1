import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { ListLoss } from '../../core/draft/list-loss.ts';
import { snapshotIdPattern } from '../../core/history/snapshot.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readTextFile, setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';

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

/** What Camio's list lost, null where that is nothing. A file that cannot be read is set aside: refused with `corrupt-file`. */
export async function readLoss(folder: string, now: Date): Promise<Result<ListLoss | null, AppError>> {
  const path = pathIn(folder);
  const text = await readTextFile(path);
  if (!text.ok || text.value === null) return text.ok ? ok(null) : text;
  const parsed = version1.safeParse(jsonOrNull(text.value));
  if (parsed.success) return ok(parsed.data);
  const aside = await setAside(path, now);
  return fail(aside.ok ? unreadable(aside.value) : aside.error);
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

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function unreadable(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'A warning that Camio’s list had lost readers cannot be read any more.',
    next: `Look at the snapshots on History: the list from before is among them. The file was kept as ${path}.`,
  };
}
