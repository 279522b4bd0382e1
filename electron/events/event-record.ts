import { z } from 'zod';
import { appErrorCodes } from '../../core/app-error.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { calls } from '../../core/ipc/contract.ts';
import { checkedLine, readCheckedLines } from '../store/checked-lines.ts';

const appError = z.object({
  code: z.enum(appErrorCodes),
  message: z.string(),
  next: z.string(),
  detail: z.string().exactOptional(),
});

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending') }),
  z.object({ kind: z.literal('accepted'), status: z.int(), latencyMs: z.number(), answer: z.string() }),
  z.object({ kind: z.literal('refused'), status: z.int().nullable(), latencyMs: z.number(), error: appError }),
  z.object({ kind: z.literal('unknown'), latencyMs: z.number().nullable(), error: appError }),
]);

const sentEvent: z.ZodType<SentEvent> = z.object({
  id: z.string(),
  sentAt: z.string(),
  event: calls.events.send.input.shape.event,
  readerName: z.string(),
  body: z.string(),
  outcome,
  repeats: z.string().nullable(),
});

/** The first line of a history, and then one line before each send and one after it. */
const header = z.object({ kind: z.literal('reader-desk events'), version: z.literal(2) });
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending'), record: sentEvent }),
  z.object({ kind: z.literal('outcome'), id: z.string(), outcome }),
]);

export type HistoryLine = z.infer<typeof line>;

export const headerLine = checkedLine({ kind: 'reader-desk events', version: 2 } satisfies z.infer<typeof header>);

export const formatLine = (entry: HistoryLine): string => checkedLine(entry);

/** Version 1 had plain JSON in its lines, without a check. */
const version1Header = '{"kind":"reader-desk events","version":1}';

/** What a history's file holds. */
export interface HistoryFile {
  /** The lines that can be read, in order. */
  readonly lines: readonly HistoryLine[];
  /** Where the last whole line ends, in bytes. What follows was torn off by a crash and counts for nothing. */
  readonly endBytes: number;
  /** `earlier`: it is whole, and of version 1. `damaged`: some of its whole lines cannot be read. */
  readonly state: 'current' | 'earlier' | 'damaged';
}

const newline = 0x0a;

/** So many lines are read in one go; other work of the app comes in between. */
const linesPerSlice = 500;

/** Reads a history's file line by line, so that a damaged line costs nothing but itself. */
export async function readHistoryFile(bytes: Buffer): Promise<HistoryFile> {
  const end = endOfLastLine(bytes);
  const first = bytes.indexOf(newline) + 1;
  const isEarlier = bytes.toString('utf8', 0, Math.max(0, first - 1)) === version1Header;
  const read = isEarlier ? readPlainLine : readCheckedLine;
  const lines: HistoryLine[] = [];
  let isDamaged = end > 0 && !isEarlier && !header.safeParse(readCheckedLine(bytes.subarray(0, first))).success;
  let count = 0;
  for (let start = first; start < end; ) {
    const next = bytes.indexOf(newline, start) + 1;
    const parsed = line.safeParse(read(bytes.subarray(start, next)));
    if (parsed.success) lines.push(parsed.data);
    else isDamaged = true;
    start = next;
    count += 1;
    if (count % linesPerSlice === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { lines, endBytes: end, state: isDamaged ? 'damaged' : isEarlier ? 'earlier' : 'current' };
}

/** A power cut can leave zeros where the last write did not arrive; JSON has none. */
function endOfLastLine(bytes: Buffer): number {
  const end = bytes.lastIndexOf(newline) + 1;
  const start = end < 2 ? 0 : bytes.lastIndexOf(newline, end - 2) + 1;
  return bytes.subarray(start, end).includes(0) ? start : end;
}

/** The value of a checked line, undefined where the line is not whole. */
function readCheckedLine(bytes: Buffer): unknown {
  return readCheckedLines(bytes).values[0];
}

function readPlainLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
