import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { ListKey } from '../../core/camio/dialect.ts';
import type { ChangeCounts } from '../../core/readers/change.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { readTextFile, setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';

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

export function createPushesInFlight({
  connections,
  now,
}: {
  connections: Pick<ConnectionStore, 'folder'>;
  now: () => Date;
}): PushesInFlight {
  const pathOf = (connectionId: string) => join(connections.folder(connectionId), 'push.json');
  return {
    write: (connectionId, push) => writeFileAtomic(pathOf(connectionId), JSON.stringify({ version: 1, ...push })),

    async read(connectionId) {
      const path = pathOf(connectionId);
      const text = await readTextFile(path);
      if (!text.ok || text.value === null) return text.ok ? ok(null) : text;
      const parsed = version1.safeParse(jsonOrNull(text.value));
      if (parsed.success) return ok(parsed.data);
      const aside = await setAside(path, now());
      return fail(aside.ok ? unreadable(aside.value) : aside.error);
    },

    async clear(connectionId) {
      try {
        await removeFile(pathOf(connectionId));
        return ok(undefined);
      } catch (error) {
        if (systemCode(error) === '') throw error;
        return fail(diskError(error, pathOf(connectionId)));
      }
    },
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function unreadable(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'A push was under way when Reader Desk was last stopped, and the note of it cannot be read.',
    next: `Refresh from Camio to see which list it holds. The note was kept as ${path}.`,
  };
}
