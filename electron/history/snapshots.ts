import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
import { slices } from '../../core/slices.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { removeFile } from '../store/held-file.ts';
import { newerFile } from '../store/json-file.ts';
import {
  isWholeSnapshot,
  parseSnapshot,
  readSnapshotHeader,
  type SnapshotHeader,
  type SnapshotRefusal,
  snapshotBytes,
} from './snapshot-file.ts';

/** The remote lists kept on this computer, one file each, in the connection's folder. */
export interface Snapshots {
  /** Keeps a remote list; ok means it is on disk. Then others that need not be kept any longer are removed. */
  take(
    connectionId: string,
    remote: RemoteList,
    reason: SnapshotReason,
  ): Promise<Result<{ readonly id: string }, AppError>>;
  /**
   * Newest first, from the first line of each file: quick, however long the lists are. A damaged one is known as such once it
   * was checked. One that cannot be read is listed as such, with the others.
   */
  list(connectionId: string): Promise<Result<readonly Snapshot[], AppError>>;
  /** The same after reading every file as a whole. */
  check(connectionId: string): Promise<Result<readonly Snapshot[], AppError>>;
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

  /** What the first line of a file says, or what checking the whole file found earlier. Never fails for one file. */
  async function glance(connectionId: string, id: string): Promise<Snapshot> {
    const path = pathOf(connectionId, id);
    const readAt = readAtOf(id);
    try {
      const known = checked.get(path);
      if (known && known.stamp === (await stampOf(path))) return known.snapshot;
      return asSnapshot(id, readSnapshotHeader(await readBeginning(path)));
    } catch (error) {
      return { kind: 'unreadable', id, readAt, reason: diskError(error, path).message };
    }
  }

  /** What the whole file holds; read at most once for as long as its size and time stay the same. */
  async function check(connectionId: string, id: string): Promise<Snapshot> {
    const path = pathOf(connectionId, id);
    try {
      const stamp = await stampOf(path);
      const known = checked.get(path);
      if (known?.stamp === stamp) return known.snapshot;
      const bytes = await readFile(path);
      const header = readSnapshotHeader(bytes);
      const isDamaged = header.ok && !isWholeSnapshot(bytes, header.value);
      const snapshot = asSnapshot(id, isDamaged ? fail('damaged') : header);
      checked.set(path, { stamp, snapshot });
      return snapshot;
    } catch (error) {
      return { kind: 'unreadable', id, readAt: readAtOf(id), reason: diskError(error, path).message };
    }
  }

  async function each(
    connectionId: string,
    look: typeof check,
    together: number,
  ): Promise<Result<readonly Snapshot[], AppError>> {
    try {
      const snapshots: Snapshot[] = [];
      for (const ids of slices(await idsIn(folderOf(connectionId)), together)) {
        snapshots.push(...(await Promise.all(ids.map((id) => look(connectionId, id)))));
      }
      return ok(snapshots);
    } catch (error) {
      return fail(diskError(error, folderOf(connectionId)));
    }
  }

  async function read(connectionId: string, id: string): Promise<Result<RemoteList, AppError>> {
    const path = pathOf(connectionId, id);
    try {
      const parsed = parseSnapshot(await readFile(path));
      if (!parsed.ok) return fail(parsed.error === 'newer' ? newerFile('This snapshot', path) : damaged(path));
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
    const all = (await idsIn(folderOf(connectionId))).map((id) => ({ id, readAt: readAtOf(id) }));
    // The one just taken may be of an older list than the others: it is kept all the same.
    const outdated = outdatedSnapshots(all, retention(), now().getTime()).filter(({ id }) => id !== taken);
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
        const written = await writeFileAtomic(path, await snapshotBytes(remote, reason, changes));
        if (!written.ok) return written;
      } catch (error) {
        return fail(diskError(error, path));
      }
      await removeOutdated(connectionId, id).catch(() => {
        // One snapshot too many does no harm, and the next one taken tries again.
      });
      return ok({ id });
    },

    list: (connectionId) => each(connectionId, glance, 50),
    check: (connectionId) => each(connectionId, check, 1),
    read,
  };
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
}

/** Longer than any first line. */
const beginningBytes = 1024;

async function readBeginning(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function asSnapshot(id: string, header: Result<SnapshotHeader, SnapshotRefusal>): Snapshot {
  return header.ok ? { kind: 'whole', id, ...header.value } : { kind: header.error, id, readAt: readAtOf(id) };
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
