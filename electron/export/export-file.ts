import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import type { Dialect } from '../../core/camio/dialect.ts';
import { csvPieces, guardWorkbookCell } from '../../core/csv/csv-text.ts';
import { exportColumns } from '../../core/export/csv.ts';
import type { ExportColumnKey, ExportFormat } from '../../core/export/export-choice.ts';
import type { ExportRow } from '../../core/export/export-rows.ts';
import { exportLines } from '../../core/export/export-table.ts';
import { type ExportOrigin, ownJsonPieces, readersJsonPieces } from '../../core/export/json-export.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { exportCancelled, type WriteSheet } from '../spreadsheet/write-sheet.ts';
import { writeChosenFile } from '../store/chosen-file.ts';

export interface ExportFile {
  readonly rows: readonly ExportRow[];
  readonly format: ExportFormat;
  /** For CSV and XLSX. */
  readonly columns: readonly ExportColumnKey[];
  /** For JSON of our own. */
  readonly origin: ExportOrigin;
  /** For JSON as Camio takes it. */
  readonly dialect: Dialect;
}

/**
 * Writes readers as a file, as a whole or not at all. Refuses with `disk`, `blocked` where a sheet cannot hold them, and
 * `cancelled`, which leaves what is at `path` as it was.
 */
export async function writeExport(
  path: string,
  { rows, format, columns, origin, dialect }: ExportFile,
  writeSheet: WriteSheet,
  cancel: AbortSignal,
): Promise<Result<{ readonly bytes: number }, AppError>> {
  switch (format) {
    case 'csv':
      return writeText(path, csvPieces(exportLines(rows, columns), ','), cancel);
    case 'csv semicolon':
      return writeText(path, csvPieces(exportLines(rows, columns), ';'), cancel);
    case 'xlsx':
      return writeSheet(path, readersSheet(exportLines(rows, columns)), cancel);
    case 'json':
      return writeText(path, ownJsonPieces(rows, origin), cancel);
    case 'camio json':
      return writeText(path, readersJsonPieces(rows, dialect), cancel);
  }
}

async function writeText(
  path: string,
  pieces: Iterable<string>,
  cancel: AbortSignal,
): Promise<Result<{ readonly bytes: number }, AppError>> {
  const data = await inSlices(pieces, cancel);
  if (data === null) return fail(exportCancelled);
  const written = await writeChosenFile(path, data);
  return written.ok ? ok({ bytes: data.length }) : written;
}

/** Pieces, a reader each, that are made between two turns of the event loop: some milliseconds. */
const slicePieces = 1_000;

/** The bytes of a text, made without holding anything else up; null where it was given up. No piece ends within a character. */
async function inSlices(pieces: Iterable<string>, cancel: AbortSignal): Promise<Uint8Array | null> {
  const slices: Buffer[] = [];
  let slice: string[] = [];
  for (const piece of pieces) {
    slice.push(piece);
    if (slice.length < slicePieces) continue;
    slices.push(Buffer.from(slice.join('')));
    slice = [];
    await nextTurn();
    if (cancel.aborted) return null;
  }
  slices.push(Buffer.from(slice.join('')));
  return cancel.aborted ? null : Buffer.concat(slices);
}

/** In characters; the names of doors are long. */
const widths: Readonly<Record<string, number>> = {
  [exportColumns.id]: 20,
  [exportColumns.name]: 48,
  [exportColumns.nameInCamio]: 48,
};

/** The first line is the header; the others are made as they are written. */
function readersSheet(lines: ReturnType<typeof exportLines>): Sheet {
  const first = lines.next();
  const header = first.done ? [] : first.value;
  return {
    sheetName: 'Readers',
    columns: header.map((title) => ({ title, width: widths[title] ?? 16 })),
    rows: guardedLines(lines),
  };
}

function* guardedLines(lines: Iterable<readonly string[]>): Generator<readonly string[]> {
  for (const cells of lines) yield cells.map(guardWorkbookCell);
}
