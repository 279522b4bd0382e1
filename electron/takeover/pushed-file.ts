import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { readerSchema } from '../../core/readers/reader-schema.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import type { PushedChange } from '../../core/takeover/pushed-changes.ts';
import type { Takeover } from '../../core/takeover/takeover.ts';
import { replaceDamaged, writeFileAtomic } from '../store/atomic-file.ts';
import { newerFile, readJsonFile } from '../store/json-file.ts';

/** A connection's last push that arrived, kept so that it can be told when somebody undoes it. */
export interface Pushed {
  /** ISO 8601. */
  readonly at: string;
  readonly changes: readonly PushedChange[];
  readonly takeover: Takeover | null;
  /** Places in `changes` of those that were seen undone. Absent in files of versions that did not keep them. */
  readonly undone?: readonly number[];
}

const side = readerSchema.nullable();
const difference = z.object({ id: z.string(), left: z.string().nullable(), right: z.string().nullable() });
const pushed: z.ZodType<Pushed & { readonly version: 1 }> = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  changes: z.array(z.object({ before: side, after: side, beside: z.array(readerSchema).exactOptional() })),
  takeover: z
    .object({
      pushedAt: z.iso.datetime(),
      noticedAt: z.iso.datetime(),
      undone: z.object({ total: z.int(), first: z.array(difference) }),
      of: z.int(),
    })
    .nullable(),
  undone: z.array(z.int().nonnegative()).exactOptional(),
});

const pathIn = (folder: string) => join(folder, 'pushed.json');

/** The last push, or null if there was none. A damaged file is kept as a copy, which `notices` says; a newer one is refused. */
export async function readPushed(
  folder: string,
  now: () => Date,
): Promise<Result<{ readonly pushed: Pushed | null; readonly notices: readonly AppError[] }, AppError>> {
  const path = pathIn(folder);
  const read = await readJsonFile(path, { version: 1, schema: pushed.nullable() });
  if (!read.ok) return read;
  switch (read.value.kind) {
    case 'none':
      return ok({ pushed: null, notices: [] });
    case 'value':
      return ok({ pushed: read.value.value, notices: [] });
    case 'newer':
      return fail(newerFile('The record of the last push', path));
    case 'damaged': {
      const copy = await replaceDamaged(path, JSON.stringify(null), now());
      return copy.ok ? ok({ pushed: null, notices: [unreadable(copy.value)] }) : copy;
    }
    default:
      return exhaustive(read.value);
  }
}

/** Null: there is nothing to watch any more. */
export function writePushed(folder: string, value: Pushed | null): Promise<Result<void, AppError>> {
  return writeFileAtomic(pathIn(folder), JSON.stringify(value === null ? null : { version: 1, ...value }));
}

function unreadable(copy: string): AppError {
  return {
    code: 'corrupt-file',
    message:
      'What your last push changed cannot be read any more, so Reader Desk cannot tell whether somebody undid it.',
    next: `Look over the list before you push again. The damaged file was kept as ${copy}.`,
  };
}
