import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { parseLossless, stringifyLossless } from '../../core/camio/lossless.ts';
import type { Json } from '../../core/json.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SimulatorState } from '../../core/simulator/simulator.ts';
import { readTextFile, setAside, writeFileAtomic } from '../store/atomic-file.ts';

/** What the practice account keeps between starts. The token is made anew each time and never written. */
export interface PracticeFile {
  readonly port: number;
  readonly state: SimulatorState;
  /** Which journal has the events since; null in a file of version 1, which holds all of them. */
  readonly journalId: string | null;
}

const version = 2;

// Numbers are read as text, since readers' unknown fields may hold any; see core/camio/lossless.ts.
const count = z
  .object({ isLosslessNumber: z.literal(true), value: z.string() })
  .transform(({ value }) => Number(value))
  .pipe(z.int().nonnegative());
const json = z.custom<Json>((value) => value !== undefined);
const reader = z.object({
  id: z.string(),
  name: z.string(),
  extra: z.record(z.string(), json).exactOptional(),
});
const schema = z.object({
  version: count.pipe(z.literal([1, version])),
  port: count,
  journalId: z.uuid().nullable().default(null),
  state: z.object({
    email: z.string(),
    readers: z.array(reader),
    listKey: z.enum(['readers', 'devices']),
    events: z.array(json),
    takeover: z.object({ readers: z.array(reader), reads: count }).nullable(),
  }),
});

/** The file's contents, null where there are none. A file that cannot be used is set aside, which `notices` says. */
export async function readPracticeFile(
  path: string,
  now: Date,
): Promise<Result<{ readonly file: PracticeFile | null; readonly notices: readonly AppError[] }, AppError>> {
  const text = await readTextFile(path);
  if (!text.ok) return text;
  if (text.value === null) return ok({ file: null, notices: [] });
  const file = parse(text.value);
  if (file) return ok({ file, notices: [] });
  const aside = await setAside(path, now);
  if (!aside.ok) return fail(aside.error);
  const notice: AppError = {
    code: 'corrupt-file',
    message: 'The file of the practice account could not be read, so the practice account starts with its first list.',
    next: `The file was kept as ${aside.value}.`,
  };
  return ok({ file: null, notices: [notice] });
}

export async function writePracticeFile(path: string, file: PracticeFile): Promise<Result<void, AppError>> {
  const { port, journalId, state } = file;
  const { email, readers, listKey, events, takeover } = state;
  const kept = {
    version,
    port,
    journalId,
    state: {
      email,
      readers: readers.map((reader) => ({ ...reader })),
      listKey,
      events,
      takeover: takeover && { readers: takeover.readers.map((reader) => ({ ...reader })), reads: takeover.reads },
    },
  };
  return writeFileAtomic(path, stringifyLossless(kept));
}

function parse(text: string): PracticeFile | null {
  try {
    const parsed = schema.safeParse(parseLossless(text));
    if (!parsed.success) return null;
    const { port, state, journalId } = parsed.data;
    return { port, state, journalId };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
