import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { type ExportFormat, type ExportList, exportListNames, fileTypeOf } from '../../core/export/export-choice.ts';
import { exportRows } from '../../core/export/export-rows.ts';
import type { Calls, Handlers, InputOf } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';
import { exportFileName } from '../../core/text/file-name.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { WriteSheet } from '../spreadsheet/write-sheet.ts';
import type { WindowDialog } from '../window/window-dialog.ts';
import { writeExport } from './export-file.ts';

type ExportInput = InputOf<Calls['readers']['export']>;
type Exported = ReturnType<Handlers<'readers'>['export']>;

interface ReadersHandlersNeeds {
  readonly drafts: Pick<DraftStore, 'current'>;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly dialog: Pick<WindowDialog, 'showSaveDialog'>;
  /** Where the save dialog begins: the person's documents. */
  readonly documents: () => string;
  readonly writeSheet: WriteSheet;
  readonly now?: () => Date;
}

const fileTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV, comma',
  'csv semicolon': 'CSV, semicolon',
  xlsx: 'Excel workbook',
  json: 'JSON of Reader Desk',
  'camio json': 'JSON (as posted to Camio)',
};

const titles: Readonly<Record<ExportList, string>> = {
  draft: 'Export the draft',
  remote: 'Export Camio’s list',
  selection: 'Export the selected readers',
  changes: 'Export the changes',
};

/** What can be done with whole lists of readers: exporting them. */
export function createReadersHandlers(needs: ReadersHandlersNeeds): Handlers<'readers'> {
  const { drafts, connections, dialog, documents, writeSheet, now = () => new Date() } = needs;
  /** The export under way for each connection; of several, the one that was begun last. */
  const underWay = new Map<string, AbortController>();

  async function exportList({ connectionId, list, format, columns }: ExportInput, cancel: AbortSignal): Exported {
    const connection = connections.get(connectionId);
    if (!connection) return fail(noConnection);
    const current = await drafts.current(connectionId);
    if (!current.ok) return current;
    const draft = current.value;
    if (list.kind === 'selection' && list.seq !== draft.seq) return fail(selectionMovedOn);
    const rows = exportRows(draft, list.kind, list.kind === 'selection' ? list.rows : []);
    if (!rows) return fail(neverRead);

    const at = now();
    const extension = fileTypeOf(format);
    const fileName = exportFileName({ connection: connection.name, what: exportListNames[list.kind], at, extension });
    const { canceled, filePath } = await dialog.showSaveDialog({
      title: titles[list.kind],
      defaultPath: join(documents(), fileName),
      filters: [{ name: fileTypes[format], extensions: [extension] }],
    });
    if (canceled || !filePath) return ok({ kind: 'cancelled' });
    if (cancel.aborted) return ok({ kind: 'given up' });
    const origin = {
      list: list.kind,
      connection: connection.name,
      exportedAt: at.toISOString(),
      readAt: draft.baseReadAt,
    };
    const file = { rows, format, columns, origin, dialect: connection.dialect };
    const written = await writeExport(filePath, file, writeSheet, cancel);
    if (written.ok) return ok({ kind: 'saved', path: filePath, readers: rows.length, bytes: written.value.bytes });
    return written.error.code === 'cancelled' ? ok({ kind: 'given up' }) : written;
  }

  return {
    async export(input) {
      const cancel = new AbortController();
      underWay.set(input.connectionId, cancel);
      try {
        return await exportList(input, cancel.signal);
      } finally {
        if (underWay.get(input.connectionId) === cancel) underWay.delete(input.connectionId);
      }
    },

    async cancelExport({ connectionId }) {
      underWay.get(connectionId)?.abort();
      return ok(undefined);
    },
  };
}

const neverRead: AppError = {
  code: 'nothing-loaded',
  message: 'Camio’s list was never read for this connection, so there is nothing to export.',
  next: 'Refresh from Camio first.',
};

const selectionMovedOn: AppError = {
  code: 'draft-out-of-step',
  message: 'The draft has changed since these readers were selected, so nothing was exported.',
  next: 'Select the readers again, then export them.',
};
