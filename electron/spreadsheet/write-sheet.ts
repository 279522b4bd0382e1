import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { writeChosenFile } from '../store/chosen-file.ts';
import { type Sheet, type SheetHead, sheetLimits } from './sheet.ts';
import type { SheetMessage } from './xlsx-worker.ts';

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
    const bytes = await inThread(program, sheet, cancel);
    if (!bytes.ok) return bytes;
    const written = await writeChosenFile(path, bytes.value);
    return written.ok ? ok({ bytes: bytes.value.length }) : written;
  };
}

/** The workbook's bytes. A refusal, and giving up, end the thread at once. */
function inThread(program: URL, sheet: Sheet, cancel?: AbortSignal): Promise<Result<Uint8Array, AppError>> {
  if (cancel?.aborted) return Promise.resolve(fail(exportCancelled));
  return new Promise((resolve, reject) => {
    const head: SheetHead = { sheetName: sheet.sheetName, columns: sheet.columns };
    const worker = new Worker(program, { workerData: head });
    const refuse = (why: AppError) => {
      resolve(fail(why));
      void worker.terminate();
    };
    const breakOff = (bug: Error) => {
      reject(bug);
      void worker.terminate();
    };
    const giveUp = () => refuse(exportCancelled);
    cancel?.addEventListener('abort', giveUp, { once: true });
    worker.once('message', (bytes: Uint8Array) => resolve(ok(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      cancel?.removeEventListener('abort', giveUp);
      reject(new Error(`The thread that writes workbooks ended with code ${code}.`));
    });
    const tell = (message: SheetMessage) => worker.postMessage(message);
    handOver(sheet, tell, cancel).then((tooMuch) => tooMuch && refuse(tooMuch), breakOff);
  });
}

/** Rows that are made and handed over between two turns of the event loop: some milliseconds. */
const sliceRows = 1_000;

/** Hands the rows to the thread without holding main up. Answers why a sheet cannot hold them, null where it can. */
async function handOver(
  { columns, rows }: Sheet,
  tell: (message: SheetMessage) => void,
  cancel?: AbortSignal,
): Promise<AppError | null> {
  let count = 0;
  let slice: (readonly string[])[] = [];
  // As text, since copying 100,000 rows of cells one by one takes longer.
  const send = () => tell({ kind: 'rows', json: JSON.stringify(slice) });
  for (const row of rows) {
    count += 1;
    const tooLong = beyondCell(row, count, columns);
    if (tooLong) return tooLong;
    // The rows beyond the last that a sheet holds are counted only.
    if (count < sheetLimits.rows) slice.push(row);
    if (count % sliceRows > 0) continue;
    send();
    slice = [];
    await nextTurn();
    if (cancel?.aborted) return null;
  }
  if (count >= sheetLimits.rows) return tooManyRows(count);
  send();
  tell({ kind: 'end' });
  return null;
}

/** What an export answers that was given up. */
export const exportCancelled: AppError = {
  code: 'cancelled',
  message: 'The export was cancelled. No file was written.',
  next: 'Export again when you need the file.',
};

function tooManyRows(count: number): AppError {
  const most = formatCount(sheetLimits.rows - 1);
  return {
    code: 'blocked',
    message: `An Excel sheet holds ${most} rows below its header, and these are ${formatCount(count)}.`,
    next: 'Export them as CSV instead.',
  };
}

/** `count`: which row it is, counted from 1 below the header. */
function beyondCell(row: readonly string[], count: number, columns: Sheet['columns']): AppError | null {
  const column = row.findIndex((text) => text.length > sheetLimits.cellCharacters);
  const text = row[column];
  if (text === undefined) return null;
  return {
    code: 'blocked',
    message: `An Excel cell holds ${formatCount(sheetLimits.cellCharacters)} characters. Row ${formatCount(count + 1)} has ${formatCount(text.length)} in the column ${columns[column]?.title ?? column + 1}.`,
    next: 'Export as CSV or JSON instead.',
  };
}
