import type { AppError } from '../../core/app-error.ts';
import type { Dialect } from '../../core/camio/dialect.ts';
import { formatCsv } from '../../core/csv/csv-text.ts';
import { exportColumns } from '../../core/readers/csv.ts';
import type { ExportColumnKey, ExportFormat } from '../../core/readers/export-choice.ts';
import type { ExportRow } from '../../core/readers/export-rows.ts';
import { type ExportTable, exportTable } from '../../core/readers/export-table.ts';
import { type ExportOrigin, formatOwnJson, formatReadersJson } from '../../core/readers/json-export.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import type { WriteSheet } from '../spreadsheet/write-sheet.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';

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
 * `cancelled`: a workbook takes seconds, the other formats are written at once.
 */
export async function writeExport(
  path: string,
  { rows, format, columns, origin, dialect }: ExportFile,
  writeSheet: WriteSheet,
  cancel: AbortSignal,
): Promise<Result<{ readonly bytes: number }, AppError>> {
  switch (format) {
    case 'csv':
      return writeText(path, csvText(exportTable(rows, columns), ','));
    case 'csv semicolon':
      return writeText(path, csvText(exportTable(rows, columns), ';'));
    case 'xlsx':
      return writeSheet(path, readersSheet(exportTable(rows, columns)), cancel);
    case 'json':
      return writeText(path, formatOwnJson(rows, origin));
    case 'camio json':
      return writeText(
        path,
        formatReadersJson(
          rows.map(({ reader }) => reader),
          dialect,
        ),
      );
  }
}

const csvText = ({ header, lines }: ExportTable, delimiter: ',' | ';') => formatCsv([header, ...lines], delimiter);

async function writeText(path: string, text: string): Promise<Result<{ readonly bytes: number }, AppError>> {
  const data = new TextEncoder().encode(text);
  const written = await writeFileAtomic(path, data);
  return written.ok ? ok({ bytes: data.length }) : written;
}

/** In characters; the names of doors are long. */
const widths: Readonly<Record<string, number>> = {
  [exportColumns.id]: 20,
  [exportColumns.name]: 48,
  [exportColumns.nameInCamio]: 48,
};

function readersSheet({ header, lines }: ExportTable): Sheet {
  return {
    sheetName: 'Readers',
    columns: header.map((title) => ({ title, width: widths[title] ?? 16 })),
    rows: lines,
  };
}
