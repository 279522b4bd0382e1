import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { makeReport, type Report } from '../../core/commissioning/report.ts';
import { formatReportCsv } from '../../core/commissioning/report-csv.ts';
import { formatReportHtml, reportRows } from '../../core/commissioning/report-html.ts';
import type { Html } from '../../core/html/html.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import type { ReportFormat } from '../../core/sweep/sweep.ts';
import { exportFileName } from '../../core/text/file-name.ts';
import { siteTimeZone } from '../../core/time/time-zone.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import type { PrintToPdf } from '../print/print-to-pdf.ts';
import { writeChosenFile } from '../store/chosen-file.ts';
import type { Sweeps } from '../sweep/sweeps.ts';
import type { WindowDialog } from '../window/window-dialog.ts';

export type ReportExport = Handlers<'commissioning'>['exportReport'];

const formats = {
  html: { name: 'Web page', extension: 'html' },
  pdf: { name: 'PDF', extension: 'pdf' },
  csv: { name: 'CSV (opens in Excel)', extension: 'csv' },
} as const satisfies Record<ReportFormat, object>;

/** Asks where to, and writes what a sweep has shown as a file to hand over. */
export function createReportExport(options: {
  readonly sweeps: Pick<Sweeps, 'open'>;
  readonly connections: Pick<ConnectionStore, 'get'>;
  /** By reader id, the names of the cameras that should see it. */
  readonly camerasOf: (connectionId: string) => Promise<Result<ReadonlyMap<string, readonly string[]>, AppError>>;
  readonly printToPdf: PrintToPdf;
  readonly dialog: Pick<WindowDialog, 'showSaveDialog'>;
  /** Where the save dialog begins: the person's documents. */
  readonly documents: () => string;
  readonly appVersion: string;
  readonly now?: () => Date;
}): ReportExport {
  const { sweeps, connections, camerasOf, printToPdf, dialog, documents, appVersion, now = () => new Date() } = options;

  async function dataOf(report: Report, format: ReportFormat): Promise<Result<Uint8Array, AppError>> {
    switch (format) {
      case 'html':
        return ok(new TextEncoder().encode(await pageOf(report)));
      case 'csv':
        return ok(new TextEncoder().encode(formatReportCsv(report)));
      case 'pdf':
        return printToPdf(await pageOf(report));
      default:
        return exhaustive(format);
    }
  }

  return async ({ connectionId, sweepId, format, site, person }) => {
    const connection = connections.get(connectionId);
    if (!connection) return fail(noConnection);
    const file = await sweeps.open(connectionId, sweepId);
    if (!file.ok) return file;
    const cameras = await camerasOf(connectionId);
    if (!cameras.ok) return cameras;

    const { name, extension } = formats[format];
    const at = now();
    const fileName = exportFileName({
      connection: site || connection.name,
      what: 'commissioning report',
      at,
      extension,
    });
    const { canceled, filePath } = await dialog.showSaveDialog({
      title: 'Export the commissioning report',
      defaultPath: join(documents(), fileName),
      filters: [{ name, extensions: [extension] }],
    });
    if (canceled || !filePath) return ok({ kind: 'cancelled' });
    const report = makeReport(file.value.progress, {
      site,
      person,
      atMs: at.getTime(),
      timeZone: siteTimeZone(connection),
      appVersion,
      connection: connection.name,
      account: connection.accountEmail,
      cameras: cameras.value,
    });
    const data = await dataOf(report, format);
    if (!data.ok) return data;
    const written = await writeChosenFile(filePath, data.value);
    return written.ok ? ok({ kind: 'saved', path: filePath, rows: report.readers, bytes: data.value.length }) : written;
  };
}

/** The report as a page, made without holding anything else up. */
async function pageOf(report: Report): Promise<string> {
  const rows: Html[] = [];
  for (const piece of reportRows(report)) {
    rows.push(piece);
    await nextTurn();
  }
  return formatReportHtml(report, rows);
}
