import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { WorksheetFormat } from '../../core/cameras/worksheet-state.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { formatCsv } from '../../core/csv/csv-text.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import { exportFileName } from '../../core/text/file-name.ts';
import { siteTimeZone } from '../../core/time/time-zone.ts';
import { listedReaders } from '../../core/worksheet/listed-readers.ts';
import { worksheetLines } from '../../core/worksheet/worksheet.ts';
import { formatWorksheetHtml } from '../../core/worksheet/worksheet-html.ts';
import type { WorksheetLine } from '../../core/worksheet/worksheet-line.ts';
import { worksheetTable } from '../../core/worksheet/worksheet-table.ts';
import type { PlanStore } from '../cameras/plan-store.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { PrintToPdf } from '../print/print-to-pdf.ts';
import type { WriteSheet } from '../spreadsheet/write-sheet.ts';
import { writeChosenFile } from '../store/chosen-file.ts';
import type { WindowDialog } from '../window/window-dialog.ts';
import type { WorksheetStore } from './worksheet-store.ts';

interface WorksheetExportNeeds {
  readonly plans: Pick<PlanStore, 'current'>;
  readonly drafts: Pick<DraftStore, 'current'>;
  readonly worksheets: Pick<WorksheetStore, 'current'>;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly dialog: Pick<WindowDialog, 'showSaveDialog'>;
  /** Where the save dialog begins: the person's documents. */
  readonly documents: () => string;
  readonly writeSheet: WriteSheet;
  readonly printToPdf: PrintToPdf;
  readonly now: () => Date;
}

const formats = {
  csv: { name: 'CSV (opens in Excel)', extension: 'csv' },
  xlsx: { name: 'Excel workbook', extension: 'xlsx' },
  pdf: { name: 'PDF', extension: 'pdf' },
} as const satisfies Record<WorksheetFormat, object>;

/** Asks where to, and writes the worksheet as a file to carry along. */
export function createWorksheetExport(needs: WorksheetExportNeeds): Handlers<'worksheet'>['export'] {
  const { plans, drafts, worksheets, connections, dialog, documents, now } = needs;
  return async ({ connectionId, format, scope }) => {
    const connection = connections.get(connectionId);
    if (!connection) return fail(noConnection);
    const plan = await plans.current(connectionId);
    if (!plan.ok) return plan;
    const draft = await drafts.current(connectionId);
    if (!draft.ok) return draft;
    const state = await worksheets.current(connectionId);
    if (!state.ok) return state;
    const lines = worksheetLines(plan.value, listedReaders(draft.value.rows), state.value, scope);
    if (lines.length === 0) return fail(scope === 'all' ? noCameras : nothingChanged);

    const { name, extension } = formats[format];
    const at = now();
    const fileName = exportFileName({ connection: connection.name, what: 'worksheet', at, extension });
    const { canceled, filePath } = await dialog.showSaveDialog({
      title: 'Export the worksheet',
      defaultPath: join(documents(), fileName),
      filters: [{ name, extensions: [extension] }],
    });
    if (canceled || !filePath) return ok({ kind: 'cancelled' });
    const written = await writeLines(filePath, format, { lines, connection, at }, needs);
    return written.ok ? ok({ kind: 'saved', path: filePath, rows: lines.length, bytes: written.value.bytes }) : written;
  };
}

async function writeLines(
  path: string,
  format: WorksheetFormat,
  { lines, connection, at }: { lines: readonly WorksheetLine[]; connection: Connection; at: Date },
  { writeSheet, printToPdf }: Pick<WorksheetExportNeeds, 'writeSheet' | 'printToPdf'>,
): Promise<Result<{ readonly bytes: number }, AppError>> {
  switch (format) {
    case 'csv': {
      const { columns, rows } = worksheetTable(lines);
      return writeBytes(path, new TextEncoder().encode(formatCsv([columns.map(({ title }) => title), ...rows])));
    }
    case 'xlsx':
      return writeSheet(path, { sheetName: 'Worksheet', ...worksheetTable(lines) });
    case 'pdf': {
      const { name, accountEmail } = connection;
      const timeZone = siteTimeZone(connection);
      const html = formatWorksheetHtml(lines, {
        connection: name,
        account: accountEmail,
        atMs: at.getTime(),
        timeZone,
      });
      const pdf = await printToPdf(html);
      return pdf.ok ? writeBytes(path, pdf.value) : pdf;
    }
    default:
      return exhaustive(format);
  }
}

async function writeBytes(path: string, data: Uint8Array): Promise<Result<{ readonly bytes: number }, AppError>> {
  const written = await writeChosenFile(path, data);
  return written.ok ? ok({ bytes: data.length }) : written;
}

const noCameras: AppError = {
  code: 'nothing-loaded',
  message: 'The camera plan has no cameras, so there is no worksheet to export.',
  next: 'Add or import cameras first.',
};

const nothingChanged: AppError = {
  code: 'nothing-loaded',
  message: 'No camera changed since the last finished worksheet, so there is nothing to carry to Camio.',
  next: 'Export every camera instead, if you want the whole plan on paper.',
};
