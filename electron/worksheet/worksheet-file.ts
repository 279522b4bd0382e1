import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import { noWorksheet } from '../../core/worksheet/worksheet-round.ts';
import { replaceDamaged, writeFileAtomic } from '../store/atomic-file.ts';
import { newerFile, readJsonFile } from '../store/json-file.ts';

const version = 1;

const carried = z.array(
  z.object({
    cameraId: z.string(),
    cameraName: z.string(),
    readers: z.array(z.object({ id: z.string(), name: z.string() })),
    at: z.iso.datetime(),
  }),
);
const file: z.ZodType<WorksheetState> = z
  .object({
    version: z.literal(version),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    carried,
    ticked: carried,
  })
  .transform(({ version: _, ...state }) => state);

const pathIn = (folder: string) => join(folder, 'worksheet.json');

/** How far a plan was carried. A file that cannot be read is kept as a copy and `notices` says so; a newer one is refused. */
export async function readWorksheet(
  folder: string,
  now: () => Date,
): Promise<Result<{ readonly state: WorksheetState; readonly notices: readonly AppError[] }, AppError>> {
  const path = pathIn(folder);
  const read = await readJsonFile(path, { version, schema: file });
  if (!read.ok) return read;
  switch (read.value.kind) {
    case 'none':
      return ok({ state: noWorksheet, notices: [] });
    case 'value':
      return ok({ state: read.value.value, notices: [] });
    case 'newer':
      return fail(newerFile('This worksheet', path));
    case 'damaged': {
      const copy = await replaceDamaged(path, textOf(noWorksheet), now());
      return copy.ok ? ok({ state: noWorksheet, notices: [lost(copy.value)] }) : copy;
    }
    default:
      return exhaustive(read.value);
  }
}

export function writeWorksheet(folder: string, state: WorksheetState): Promise<Result<void, AppError>> {
  return writeFileAtomic(pathIn(folder), textOf(state));
}

const textOf = (state: WorksheetState) => JSON.stringify({ version, ...state });

function lost(aside: string): AppError {
  return {
    code: 'corrupt-file',
    message:
      'The file that says which cameras were carried to Camio is damaged and cannot be read, so every camera counts as not carried.',
    next: `Go through the worksheet once more. The damaged file was kept as ${aside}.`,
  };
}
