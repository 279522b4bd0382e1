import { z } from 'zod';
import { type SnapshotReason, snapshotReasons } from '../../core/history/snapshot.ts';
import type { ChangeCounts } from '../../core/readers/change.ts';
import type { Reader, RemoteList } from '../../core/readers/reader.ts';
import { readerSchema } from '../../core/readers/reader-schema.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { countWholeLines } from '../store/checked-lines.ts';
import { itemsPerLine, partedBytes, readHead, readLists } from '../store/parted-file.ts';

const version = 1;

const count = z.int().nonnegative();
const header = z.object({
  kind: z.literal('snapshot'),
  version: z.literal(version),
  reason: z.enum(snapshotReasons),
  readAt: z.iso.datetime(),
  readers: count,
  changes: z.object({ added: count, renamed: count, changed: count, removed: count, unchanged: count }).nullable(),
});
const newerHeader = z.object({ kind: z.literal('snapshot'), version: z.int().gt(version) });
const readerList = z.array(readerSchema);

/** Why a snapshot cannot be used. `newer`: a later version of the app wrote it. */
export type SnapshotRefusal = 'damaged' | 'newer';

/** What a snapshot says of itself; `changes` against the one before it. */
export interface SnapshotHeader {
  readonly reason: SnapshotReason;
  readonly readAt: string;
  readonly readers: number;
  readonly changes: ChangeCounts | null;
}

/** The bytes of a snapshot file, put together while other work goes on. */
export function snapshotBytes(
  { readers, readAt }: RemoteList,
  reason: SnapshotReason,
  changes: ChangeCounts | null,
): Promise<Buffer> {
  const head: z.infer<typeof header> = { kind: 'snapshot', version, reason, readAt, readers: readers.length, changes };
  return partedBytes(head, new Map([['readers', readers]]));
}

/** What a snapshot's first line, which `bytes` begin with, says. That the rest is whole is not looked at. */
export function readSnapshotHeader(bytes: Buffer): Result<SnapshotHeader, SnapshotRefusal> {
  const head = readHead(bytes);
  if (newerHeader.safeParse(head).success) return fail('newer');
  const parsed = header.safeParse(head);
  if (!parsed.success) return fail('damaged');
  const { reason, readAt, readers, changes } = parsed.data;
  return ok({ reason, readAt, readers, changes });
}

/** Whether a file is as it was written, found without parsing its readers. */
export function isWholeSnapshot(bytes: Buffer, { readers }: SnapshotHeader): boolean {
  return countWholeLines(bytes) === 2 + Math.ceil(readers / itemsPerLine);
}

/** A snapshot's readers with its header. */
export function parseSnapshot(
  bytes: Buffer,
): Result<{ readonly header: SnapshotHeader; readonly readers: readonly Reader[] }, SnapshotRefusal> {
  const head = readSnapshotHeader(bytes);
  if (!head.ok) return head;
  const lists = readLists(bytes, ['readers']);
  if (!lists.ok) return lists;
  const readers = readerList.safeParse(lists.value.readers);
  if (!readers.success || readers.data.length !== head.value.readers) return fail('damaged');
  return ok({ header: head.value, readers: readers.data });
}
