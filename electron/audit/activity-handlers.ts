import { join } from 'node:path';
import { formatActivityCsv, formatActivityJson } from '../../core/audit/activity-export.ts';
import { filterActivity } from '../../core/audit/activity-filter.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import { fileDate } from '../../core/text/file-name.ts';
import { writeChosenFile } from '../store/chosen-file.ts';
import type { WindowDialog } from '../window/window-dialog.ts';
import type { AuditLog } from './audit-log.ts';

interface ActivityHandlersNeeds {
  readonly audit: Pick<AuditLog, 'lines' | 'verify'>;
  readonly dialog: Pick<WindowDialog, 'showSaveDialog'>;
  /** Where the save dialog begins: the person's documents. */
  readonly documents: () => string;
  readonly now?: () => Date;
  /** As many lines as a person looks through; an export has them all. */
  readonly linesShown?: number;
}

const formats = {
  csv: { name: 'CSV (opens in Excel)', format: formatActivityCsv },
  json: { name: 'JSON', format: formatActivityJson },
} as const;

/** The window's way to the activity log: reading, verifying and exporting it. Nothing here writes to it. */
export function createActivityHandlers(needs: ActivityHandlersNeeds): Handlers<'activity'> {
  const { audit, dialog, documents, now = () => new Date(), linesShown = 5_000 } = needs;
  return {
    async list() {
      const read = await audit.lines();
      if (!read.ok) return read;
      return ok({ total: read.value.length, lines: read.value.slice(-linesShown).reverse() });
    },

    verify: () => audit.verify(),

    async export({ filter, format }) {
      const read = await audit.lines();
      if (!read.ok) return read;
      const lines = filterActivity(read.value, filter);
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Export the activity log',
        defaultPath: join(documents(), `Reader Desk - activity - ${fileDate(now())}.${format}`),
        filters: [{ name: formats[format].name, extensions: [format] }],
      });
      if (canceled || !filePath) return ok({ kind: 'cancelled' });
      const data = new TextEncoder().encode(formats[format].format(lines));
      const written = await writeChosenFile(filePath, data);
      return written.ok ? ok({ kind: 'saved', path: filePath, lines: lines.length, bytes: data.length }) : written;
    },
  };
}
