import { parentPort, workerData } from 'node:worker_threads';
import { type DeviceList, parseDeviceList, type Unreadable } from '../../core/camio/device-list.ts';
import type { ListKey } from '../../core/camio/dialect.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';

// A thread for one long answer. Started and ended by list-thread.ts; built beside main.

export interface ListThreadData {
  readonly text: string;
  readonly preferred: ListKey;
}

/** A piece of the list, given when main asks for it: unpacking all of it at once would hold main up. */
export interface ListPiece {
  readonly readers: readonly Reader[];
  /** Comes with the last piece. The readers of a part are among the pieces. */
  readonly outcome: Result<{ readonly seenAs: DeviceList['seenAs'] }, UnreadableHead> | null;
}

export type UnreadableHead = Pick<Unreadable, 'why' | 'excerpt'> & { readonly keys: readonly string[] | null };

const pieceReaders = 2_000;

const { text, preferred }: ListThreadData = workerData;
const list = parseDeviceList(text, preferred);
const readers = list.ok ? list.value.readers : (list.error.part?.readers ?? []);
let next = 0;

parentPort?.on('message', () => parentPort?.postMessage(piece()));

function piece(): ListPiece {
  const from = next;
  next += pieceReaders;
  return { readers: readers.slice(from, next), outcome: next >= readers.length ? outcome() : null };
}

function outcome(): ListPiece['outcome'] {
  if (list.ok) return ok({ seenAs: list.value.seenAs });
  const { why, excerpt, part } = list.error;
  return fail({ why, excerpt, keys: part?.keys ?? null });
}
