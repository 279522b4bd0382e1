import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { parseLossless, stringifyLossless } from '../../core/camio/lossless.ts';
import type { Json } from '../../core/json.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import type { SimulatorState } from '../../core/simulator/simulator.ts';
import { setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { newerFile, readJsonFile } from '../store/json-file.ts';

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

/** The file's contents, null if there are none. A damaged file is set aside, which `notices` says; a newer one is refused. */
export async function readPracticeFile(
  path: string,
  now: Date,
): Promise<Result<{ readonly file: PracticeFile | null; readonly notices: readonly AppError[] }, AppError>> {
  const read = await readJsonFile(path, { version, schema, parse: parseLossless });
  if (!read.ok) return read;
  switch (read.value.kind) {
    case 'none':
      return ok({ file: null, notices: [] });
    case 'value': {
      const { port, state, journalId } = read.value.value;
      return ok({ file: { port, state, journalId }, notices: [] });
    }
    case 'newer':
      return fail(newerFile('The practice account', path));
    case 'damaged': {
      const aside = await setAside(path, now);
      return aside.ok ? ok({ file: null, notices: [unreadable(aside.value)] }) : aside;
    }
    default:
      return exhaustive(read.value);
  }
}

function unreadable(aside: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'The file of the practice account could not be read, so the practice account starts with its first list.',
    next: `The file was kept as ${aside}.`,
  };
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
