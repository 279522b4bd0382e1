import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import type { RemoteList } from '../../core/readers/reader.ts';
import type { Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { writeFileAtomic } from '../store/atomic-file.ts';
import { checkedLine } from './checked-lines.ts';

/** Why a snapshot was taken. */
export type SnapshotReason = 'before a push';

/** The remote lists kept on this computer, one file each, in the connection's folder. */
export interface Snapshots {
  /** Keeps a remote list; ok means it is on disk. */
  take(connectionId: string, remote: RemoteList, reason: SnapshotReason): Promise<Result<void, AppError>>;
}

const version = 1;
const readersPerLine = 2_000;

/**
 * A snapshot is a file of checked lines: what it is (version, reason, time read, number of readers), the readers, and an
 * end line, so that a damaged one is known as damaged.
 */
export function createSnapshots({ connections }: { connections: Pick<ConnectionStore, 'folder'> }): Snapshots {
  return {
    async take(connectionId, { readers, readAt }, reason) {
      const lines = [checkedLine({ kind: 'snapshot', version, reason, readAt, readers: readers.length })];
      for (let start = 0; start < readers.length; start += readersPerLine) {
        lines.push(checkedLine({ part: 'readers', items: readers.slice(start, start + readersPerLine) }));
        await setImmediate();
      }
      lines.push(checkedLine({ part: 'end' }));
      const name = `${readAt.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.jsonl`;
      return writeFileAtomic(join(connections.folder(connectionId), 'snapshots', name), lines.join(''));
    },
  };
}
