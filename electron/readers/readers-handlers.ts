import { join } from 'node:path';
import type { Dialog } from 'electron';
import type { Connection } from '../../core/connections/connection.ts';
import type { Handlers } from '../../core/ipc.ts';
import { formatReadersCsv } from '../../core/readers/csv.ts';
import { baseReaders, type Draft, draftReaders } from '../../core/readers/draft.ts';
import { exportFileName } from '../../core/readers/export-file-name.ts';
import { formatReadersJson } from '../../core/readers/json-export.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail, ok } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';
import type { DraftStore } from './draft-store.ts';
import { noConnection } from './push-refusals.ts';

interface ReadersHandlersNeeds {
  readonly drafts: Pick<DraftStore, 'current'>;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  /** Where the save dialog begins: the person's documents. */
  readonly documents: () => string;
  readonly now?: () => Date;
}

const formats = {
  csv: { name: 'CSV (opens in Excel)', extension: 'csv' },
  json: { name: 'JSON (as posted to Camio)', extension: 'json' },
} as const;

/** What can be done with whole lists of readers: exporting them. */
export function createReadersHandlers(needs: ReadersHandlersNeeds): Handlers<'readers'> {
  const { drafts, connections, dialog, documents, now = () => new Date() } = needs;
  return {
    async export({ connectionId, source, format }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      const current = await drafts.current(connectionId);
      if (!current.ok) return current;
      const readers = sourceReaders(current.value, source);
      if (!readers) return fail(neverRead);

      const { name, extension } = formats[format];
      const fileName = exportFileName({ connection: connection.name, source, at: now(), extension });
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: source === 'draft' ? 'Export the draft' : 'Export Camio’s list',
        defaultPath: join(documents(), fileName),
        filters: [{ name, extensions: [extension] }],
      });
      if (canceled || !filePath) return ok({ kind: 'cancelled' });
      const data = new TextEncoder().encode(formatReaders(readers, format, connection));
      const written = await writeFileAtomic(filePath, data);
      if (!written.ok) return written;
      return ok({ kind: 'saved', path: filePath, readers: readers.length, bytes: data.length });
    },
  };
}

const neverRead = {
  code: 'nothing-loaded',
  message: 'Camio’s list was never read for this connection, so there is nothing to export.',
  next: 'Refresh from Camio first.',
} as const;

/** The readers to export; null for the remote list where it was never read. */
function sourceReaders(draft: Draft, source: 'draft' | 'remote'): Reader[] | null {
  if (source === 'draft') return draftReaders(draft);
  return draft.baseReadAt === null ? null : baseReaders(draft);
}

function formatReaders(readers: readonly Reader[], format: 'csv' | 'json', { dialect }: Connection): string {
  return format === 'csv' ? formatReadersCsv(readers) : formatReadersJson(readers, dialect);
}
