import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { noWorksheet } from '../../core/worksheet/worksheet-round.ts';
import { readTextFile, setAside, writeFileAtomic } from '../store/atomic-file.ts';

const version = 1;

const carried = z.array(
  z.object({
    cameraId: z.string(),
    cameraName: z.string(),
    readers: z.array(z.object({ id: z.string(), name: z.string() })),
    at: z.iso.datetime(),
  }),
);
const file: z.ZodType<WorksheetState> = z.object({
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  carried,
  ticked: carried,
});
const anyVersion = z.object({ version: z.int() });

const pathIn = (folder: string) => join(folder, 'worksheet.json');

/** How far a plan was carried. A file that cannot be read is set aside and `notices` says so; a newer one is refused. */
export async function readWorksheet(
  folder: string,
  now: () => Date,
): Promise<Result<{ readonly state: WorksheetState; readonly notices: readonly AppError[] }, AppError>> {
  const path = pathIn(folder);
  const text = await readTextFile(path);
  if (!text.ok) return text;
  if (text.value === null) return ok({ state: noWorksheet, notices: [] });
  const contents = parse(text.value);
  const written = anyVersion.safeParse(contents);
  if (written.success && written.data.version > version) return fail(newer(path));
  const state = file.safeParse(contents);
  if (written.success && state.success) return ok({ state: state.data, notices: [] });
  const aside = await setAside(path, now());
  return aside.ok ? ok({ state: noWorksheet, notices: [lost(aside.value)] }) : aside;
}

export function writeWorksheet(folder: string, state: WorksheetState): Promise<Result<void, AppError>> {
  return writeFileAtomic(pathIn(folder), JSON.stringify({ version, ...state }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function lost(aside: string): AppError {
  return {
    code: 'corrupt-file',
    message:
      'The file that says which cameras were carried to Camio is damaged and cannot be read, so every camera counts as not carried.',
    next: `Go through the worksheet once more. The damaged file was kept as ${aside}.`,
  };
}

function newer(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: `This worksheet was written by a newer version of Reader Desk, which this version cannot read: ${path}.`,
    next: 'Open it with the newer version. The file was left as it is.',
  };
}
