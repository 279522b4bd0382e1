import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { filterSentEvents, type SentEventFilter } from '../../core/events/sent-event-filter.ts';
import { formatSentEventsCsv, formatSentEventsJson } from '../../core/events/sent-events-export.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import type { FileOutcome } from '../../core/ipc/file-outcome.ts';
import { ok, type Result } from '../../core/result.ts';
import { exportFileName } from '../../core/text/file-name.ts';
import { writeChosenFile } from '../store/chosen-file.ts';
import type { WindowDialog } from '../window/window-dialog.ts';

const formats = {
  csv: { name: 'CSV (opens in Excel)', format: formatSentEventsCsv },
  json: { name: 'JSON', format: formatSentEventsJson },
} as const;

export interface SaveDialog {
  readonly dialog: Pick<WindowDialog, 'showSaveDialog'>;
  /** Where the save dialog begins: the person's documents. */
  readonly documents: () => string;
}

/** Asks where to, and writes those of the events (newest first) that the filter lets through, oldest first. */
export async function exportEvents(
  { dialog, documents }: SaveDialog,
  connection: Connection,
  events: readonly SentEvent[],
  { filter, format, at }: { readonly filter: SentEventFilter; readonly format: 'csv' | 'json'; readonly at: Date },
): Promise<Result<FileOutcome, AppError>> {
  const { name, format: formatEvents } = formats[format];
  const fileName = exportFileName({ connection: connection.name, what: 'sent events', at, extension: format });
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Export the sent events',
    defaultPath: join(documents(), fileName),
    filters: [{ name, extensions: [format] }],
  });
  if (canceled || !filePath) return ok({ kind: 'cancelled' });
  const chosen = [...filterSentEvents(events, filter)].reverse();
  const data = new TextEncoder().encode(formatEvents(chosen));
  const written = await writeChosenFile(filePath, data);
  return written.ok ? ok({ kind: 'saved', path: filePath, rows: chosen.length, bytes: data.length }) : written;
}
