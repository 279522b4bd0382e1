import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { readerSchema } from '../../core/readers/reader-schema.ts';
import { ok, type Result } from '../../core/result.ts';
import type { PushedChange } from '../../core/takeover/pushed-changes.ts';
import type { Takeover } from '../../core/takeover/takeover.ts';
import { readTextFile, writeFileAtomic } from '../store/atomic-file.ts';

/** A connection's last push that arrived, kept so that it can be told when somebody undoes it. */
export interface Pushed {
  /** ISO 8601. */
  readonly at: string;
  readonly changes: readonly PushedChange[];
  readonly takeover: Takeover | null;
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
});

const pathIn = (folder: string) => join(folder, 'pushed.json');

/** The last push, or null where there was none. A file that cannot be read counts as none: the next push replaces it. */
export async function readPushed(folder: string): Promise<Result<Pushed | null, AppError>> {
  const text = await readTextFile(pathIn(folder));
  if (!text.ok || text.value === null) return text.ok ? ok(null) : text;
  let contents: unknown;
  try {
    contents = JSON.parse(text.value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return ok(pushed.safeParse(contents).data ?? null);
}

/** Null: there is nothing to watch any more. */
export function writePushed(folder: string, value: Pushed | null): Promise<Result<void, AppError>> {
  return writeFileAtomic(pathIn(folder), JSON.stringify(value === null ? null : { version: 1, ...value }));
}
