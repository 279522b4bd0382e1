import { Worker } from 'node:worker_threads';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';
import { type Sheet, sheetLimits } from './sheet.ts';

/**
 * Writes a sheet as an XLSX file, as a whole or not at all. Refuses with `blocked` what a sheet cannot hold, with `disk`
 * where the file cannot be written, and with `cancelled` where it was aborted before that.
 */
export type WriteSheet = (
  path: string,
  sheet: Sheet,
  cancel?: AbortSignal,
) => Promise<Result<{ readonly bytes: number }, AppError>>;

export const writeSheet = createWriteSheet(new URL('./xlsx-worker.js', import.meta.url));

/** `program` is the built xlsx-worker.ts: a workbook of 100,000 rows takes seconds, in which main has other things to do. */
export function createWriteSheet(program: URL): WriteSheet {
  return async (path, sheet, cancel) => {
    const tooMuch = beyondLimits(sheet);
    if (tooMuch) return fail(tooMuch);
    const bytes = await inThread(program, sheet, cancel);
    if (bytes === null) return fail(exportCancelled);
    const written = await writeFileAtomic(path, bytes);
    return written.ok ? ok({ bytes: bytes.length }) : written;
  };
}

/** The workbook's bytes; null where it was given up, which ends the thread at once. */
function inThread(program: URL, sheet: Sheet, cancel: AbortSignal | undefined): Promise<Uint8Array | null> {
  if (cancel?.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    // As one text, since copying 100,000 rows of cells to the thread one by one would hold main up.
    const worker = new Worker(program, { workerData: JSON.stringify(sheet) });
    const giveUp = () => {
      resolve(null);
      void worker.terminate();
    };
    cancel?.addEventListener('abort', giveUp, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      cancel?.removeEventListener('abort', giveUp);
      reject(new Error(`The thread that writes workbooks ended with code ${code}.`));
    });
  });
}

/** What an export answers that was given up. */
export const exportCancelled: AppError = {
  code: 'cancelled',
  message: 'The export was cancelled. No file was written.',
  next: 'Export again when you need the file.',
};

function beyondLimits({ columns, rows }: Sheet): AppError | null {
  if (rows.length >= sheetLimits.rows) {
    const most = (sheetLimits.rows - 1).toLocaleString('en');
    return {
      code: 'blocked',
      message: `An Excel sheet holds ${most} rows below its header, and these are ${rows.length.toLocaleString('en')}.`,
      next: 'Export them as CSV instead.',
    };
  }
  for (const [index, row] of rows.entries()) {
    const column = row.findIndex((text) => text.length > sheetLimits.cellCharacters);
    const text = row[column];
    if (text === undefined) continue;
    return {
      code: 'blocked',
      message: `An Excel cell holds ${sheetLimits.cellCharacters.toLocaleString('en')} characters. Row ${(index + 2).toLocaleString('en')} has ${text.length.toLocaleString('en')} in the column ${columns[column]?.title ?? column + 1}.`,
      next: 'Export as CSV or JSON instead.',
    };
  }
  return null;
}
