import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { compareLists } from '../../core/history/comparison.ts';
import { outdatedSnapshots, type Retention } from '../../core/history/retention.ts';
import {
  readAtOf,
  type Snapshot,
  type SnapshotReason,
  snapshotId,
  snapshotIdPattern,
} from '../../core/history/snapshot.ts';
import type { ChangeCounts } from '../../core/readers/change.ts';
import type { RemoteList } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';
import { checkSnapshot, parseSnapshot, snapshotLines } from './snapshot-file.ts';

/** The remote lists kept on this computer, one file each, in the connection's folder. */
export interface Snapshots {
  /** Keeps a remote list; ok means it is on disk. Then others that need not be kept any longer are removed. */
  take(
    connectionId: string,
    remote: RemoteList,
    reason: SnapshotReason,
  ): Promise<Result<{ readonly id: string }, AppError>>;
  /** Newest first; every file is checked, and a damaged one is listed as such. */
  list(connectionId: string): Promise<Result<readonly Snapshot[], AppError>>;
  /** The list of one snapshot. Refuses with `corrupt-file` where it is damaged. */
  read(connectionId: string, id: string): Promise<Result<RemoteList, AppError>>;
}

export interface SnapshotsOptions {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  readonly retention: () => Retention;
  readonly now?: () => Date;
  /** Told how many snapshots of a connection were removed by the retention. */
  readonly onRemoved?: (connectionId: string, count: number) => void;
}

export function createSnapshots(options: SnapshotsOptions): Snapshots {
  const { connections, retention, now = () => new Date(), onRemoved } = options;
  /** What checking a file found, for as long as its size and time stay the same. */
  const checked = new Map<string, { readonly stamp: string; readonly snapshot: Snapshot }>();

  const folderOf = (connectionId: string) => join(connections.folder(connectionId), 'snapshots');
  const pathOf = (connectionId: string, id: string) => join(folderOf(connectionId), `${id}.jsonl`);

  async function check(connectionId: string, id: string): Promise<Snapshot> {
    const path = pathOf(connectionId, id);
    const { size, mtimeMs } = await stat(path);
    const stamp = `${size} ${mtimeMs}`;
    const known = checked.get(path);
    if (known?.stamp === stamp) return known.snapshot;
    const header = checkSnapshot(await readFile(path));
    const snapshot: Snapshot = header.ok
      ? { kind: 'whole', id, ...header.value }
      : { kind: 'damaged', id, readAt: readAtOf(id) };
    checked.set(path, { stamp, snapshot });
    return snapshot;
  }

  async function read(connectionId: string, id: string): Promise<Result<RemoteList, AppError>> {
    const path = pathOf(connectionId, id);
    try {
      const parsed = parseSnapshot(await readFile(path));
      if (!parsed.ok) return fail(damaged(path));
      return ok({ readers: parsed.value.readers, readAt: parsed.value.header.readAt });
    } catch (error) {
      return fail(systemCode(error) === 'ENOENT' ? gone : diskError(error, path));
    }
  }

  /** The changes against the newest snapshot there is; null where there is none that can be read. */
  async function changesSince(connectionId: string, remote: RemoteList): Promise<ChangeCounts | null> {
    const [newest] = await idsIn(folderOf(connectionId));
    const before = newest === undefined ? null : await read(connectionId, newest);
    return before?.ok ? compareLists(before.value.readers, remote.readers).counts : null;
  }

  async function removeOutdated(connectionId: string, taken: string): Promise<void> {
    const others = (await idsIn(folderOf(connectionId))).filter((id) => id !== taken);
    const kept = others.map((id) => ({ id, readAt: readAtOf(id) }));
    const outdated = outdatedSnapshots(kept, retention(), now().getTime());
    for (const { id } of outdated) {
      await removeFile(pathOf(connectionId, id));
      checked.delete(pathOf(connectionId, id));
    }
    if (outdated.length > 0) onRemoved?.(connectionId, outdated.length);
  }

  return {
    async take(connectionId, remote, reason) {
      const id = snapshotId(remote.readAt, randomUUID().slice(0, 8));
      const path = pathOf(connectionId, id);
      try {
        const changes = await changesSince(connectionId, remote);
        const chunks: Buffer[] = [];
        for (const line of snapshotLines(remote, reason, changes)) {
          chunks.push(Buffer.from(line));
          await setImmediate();
        }
        const written = await writeFileAtomic(path, Buffer.concat(chunks));
        if (!written.ok) return written;
      } catch (error) {
        return fail(diskError(error, path));
      }
      await removeOutdated(connectionId, id).catch(() => {
        // One snapshot too many does no harm, and the next one taken tries again.
      });
      return ok({ id });
    },

    async list(connectionId) {
      try {
        const snapshots: Snapshot[] = [];
        for (const id of await idsIn(folderOf(connectionId))) snapshots.push(await check(connectionId, id));
        return ok(snapshots);
      } catch (error) {
        return fail(diskError(error, folderOf(connectionId)));
      }
    },

    read,
  };
}

/** The ids of the snapshots in a folder, newest first; none where there is no folder. Throws what node:fs throws. */
async function idsIn(folder: string): Promise<string[]> {
  try {
    const ids = (await readdir(folder)).map((name) => name.replace(/\.jsonl$/, ''));
    return ids.filter((id) => snapshotIdPattern.test(id)).sort((a, b) => (a < b ? 1 : -1));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

const gone: AppError = {
  code: 'not-found',
  message: 'This snapshot is not there any more.',
  next: 'Choose another snapshot.',
};

function damaged(path: string): AppError {
  return {
    code: 'corrupt-file',
    message:
      'This snapshot is damaged: its file was changed or cut short after it was written, so its list cannot be trusted.',
    next: `Choose another snapshot. The damaged file is left as it is: ${path}.`,
  };
}
