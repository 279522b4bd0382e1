import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { ListKey } from '../../core/camio/dialect.ts';
import type { ChangeCounts } from '../../core/readers/change.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { syncFolder } from '../store/durable-folder.ts';
import { removeFile } from '../store/held-file.ts';
import { newerFile, readJsonFile } from '../store/json-file.ts';

/** A list on its way to Camio: enough to tell later, by reading, whether it arrived. */
export interface InFlight {
  /** ISO 8601. */
  readonly startedAt: string;
  /** Exactly what was sent. */
  readonly body: string;
  readonly listKey: ListKey;
  readonly counts: ChangeCounts;
}

/** The note of each connection's list in flight: written before it is sent, gone once it is known what became of it. */
export interface PushesInFlight {
  write(connectionId: string, push: InFlight): Promise<Result<void, AppError>>;
  /** Null where nothing is in flight. A note that cannot be read is set aside and refused with `corrupt-file`. */
  read(connectionId: string): Promise<Result<InFlight | null, AppError>>;
  clear(connectionId: string): Promise<Result<void, AppError>>;
}

const count = z.int().nonnegative();
const version1 = z.object({
  version: z.literal(1),
  startedAt: z.iso.datetime(),
  body: z.string(),
  listKey: z.enum(['readers', 'devices']),
  counts: z.object({ added: count, renamed: count, changed: count, removed: count, unchanged: count }),
});

const format = { version: 1, schema: version1 };

export function createPushesInFlight({
  connections,
  now,
}: {
  connections: Pick<ConnectionStore, 'folder'>;
  now: () => Date;
}): PushesInFlight {
  const pathOf = (connectionId: string) => join(connections.folder(connectionId), 'push.json');
  return {
    async write(connectionId, push) {
      const path = pathOf(connectionId);
      const before = await readJsonFile(path, format);
      if (before.ok && before.value.kind === 'newer') return fail(newerFile('The note of a push', path));
      return writeFileAtomic(path, JSON.stringify({ version: 1, ...push }));
    },

    async read(connectionId) {
      const path = pathOf(connectionId);
      const read = await readJsonFile(path, format);
      if (!read.ok) return read;
      switch (read.value.kind) {
        case 'none':
          return ok(null);
        case 'value':
          return ok(read.value.value);
        case 'newer':
          return fail(newerFile('The note of a push', path));
        case 'damaged': {
          const aside = await setAside(path, now());
          return fail(aside.ok ? unreadable(aside.value) : aside.error);
        }
        default:
          return exhaustive(read.value);
      }
    },

    async clear(connectionId) {
      try {
        await removeFile(pathOf(connectionId));
        await syncFolder(connections.folder(connectionId));
        return ok(undefined);
      } catch (error) {
        if (systemCode(error) === '') throw error;
        return fail(diskError(error, pathOf(connectionId)));
      }
    },
  };
}

function unreadable(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'A push was under way when Reader Desk was last stopped, and the note of it cannot be read.',
    next: `Refresh from Camio to see which list it holds. The note was kept as ${path}.`,
  };
}
