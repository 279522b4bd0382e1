import { z } from 'zod';
import { type SnapshotReason, snapshotReasons } from '../../core/history/snapshot.ts';
import type { ChangeCounts } from '../../core/readers/change.ts';
import type { Reader, RemoteList } from '../../core/readers/reader.ts';
import { readerSchema } from '../../core/readers/reader-schema.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { slices } from '../../core/slices.ts';
import { checkedLine, readCheckedLines } from '../store/checked-lines.ts';

// A snapshot is a file of checked lines: what it is, the readers, and an end line, so that one that was changed or cut
// short is known as damaged.

const version = 1;
const readersPerLine = 2_000;

const count = z.int().nonnegative();
const header = z.object({
  kind: z.literal('snapshot'),
  version: z.literal(version),
  reason: z.enum(snapshotReasons),
  readAt: z.iso.datetime(),
  readers: count,
  changes: z.object({ added: count, renamed: count, changed: count, removed: count, unchanged: count }).nullable(),
});
const part = z.object({ part: z.literal('readers'), items: z.array(z.unknown()) });
const end = z.object({ part: z.literal('end') });
const readerList = z.array(readerSchema);

/** What a snapshot says of itself; `changes` against the one before it. */
export interface SnapshotHeader {
  readonly reason: SnapshotReason;
  readonly readAt: string;
  readonly readers: number;
  readonly changes: ChangeCounts | null;
}

/** The lines of a snapshot file, made one by one, so that the caller can let others in between. */
export function* snapshotLines(
  { readers, readAt }: RemoteList,
  reason: SnapshotReason,
  changes: ChangeCounts | null,
): Generator<string> {
  const first: z.infer<typeof header> = { kind: 'snapshot', version, reason, readAt, readers: readers.length, changes };
  yield checkedLine(first);
  for (const items of slices(readers, readersPerLine)) yield checkedLine({ part: 'readers', items });
  yield checkedLine({ part: 'end' });
}

/** A snapshot's header, once the whole file was found as it was written; `damaged` otherwise. */
export function checkSnapshot(bytes: Buffer): Result<SnapshotHeader, 'damaged'> {
  const parsed = parse(bytes);
  return parsed.ok ? ok(parsed.value.header) : parsed;
}

/** A snapshot's readers with its header. */
export function parseSnapshot(
  bytes: Buffer,
): Result<{ readonly header: SnapshotHeader; readonly readers: readonly Reader[] }, 'damaged'> {
  const parsed = parse(bytes);
  if (!parsed.ok) return parsed;
  const readers = readerList.safeParse(parsed.value.items);
  return readers.success ? ok({ header: parsed.value.header, readers: readers.data }) : fail('damaged');
}

function parse(
  bytes: Buffer,
): Result<{ readonly header: SnapshotHeader; readonly items: readonly unknown[] }, 'damaged'> {
  const { values, end: howItEnds } = readCheckedLines(bytes);
  const first = header.safeParse(values[0]);
  const last = end.safeParse(values.at(-1));
  if (howItEnds !== 'whole' || !first.success || !last.success) return fail('damaged');
  const items: unknown[] = [];
  for (const value of values.slice(1, -1)) {
    const line = part.safeParse(value);
    if (!line.success) return fail('damaged');
    for (const item of line.data.items) items.push(item);
  }
  const { reason, readAt, readers, changes } = first.data;
  return items.length === readers ? ok({ header: { reason, readAt, readers, changes }, items }) : fail('damaged');
}
