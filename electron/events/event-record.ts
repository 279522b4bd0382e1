import { z } from 'zod';
import { appErrorCodes } from '../../core/app-error.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { calls } from '../../core/ipc/contract.ts';
import { checkedLine } from '../store/checked-lines.ts';
import { readLog } from '../store/line-log.ts';

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

/** Version 1 had plain JSON in its lines, without a check. */
const version1Header = '{"kind":"reader-desk events","version":1}\n';
const newerHeader = z.object({ kind: header.shape.kind, version: z.int().gt(2) });

/** What a history's file holds. */
export interface HistoryFile {
  /** The lines that can be read, in order. */
  readonly lines: readonly HistoryLine[];
  /** Where the usable part ends, in bytes. What follows was torn off by a crash and counts for nothing. */
  readonly endBytes: number;
  /** `earlier`: it is whole, and of version 1. `damaged`: some of its lines cannot be read. `newer`: by a later app. */
  readonly state: 'current' | 'earlier' | 'damaged' | 'newer';
}

/** Reads a history's file line by line, so that a damaged line costs nothing but itself. */
export async function readHistoryFile(bytes: Buffer): Promise<HistoryFile> {
  if (bytes.toString('utf8', 0, version1Header.length) === version1Header) return readVersion1(bytes);
  const lines: HistoryLine[] = [];
  let isFirst = true;
  let isNewer = false;
  const { endBytes, lostBytes } = await readLog(bytes, {
    whenDamaged: 'salvage',
    accept(value) {
      const isHeader = isFirst && header.safeParse(value).success;
      isNewer ||= isFirst && newerHeader.safeParse(value).success;
      isFirst = false;
      if (isHeader) return true;
      const parsed = line.safeParse(value);
      if (parsed.success) lines.push(parsed.data);
      return parsed.success;
    },
  });
  return { lines, endBytes, state: isNewer ? 'newer' : lostBytes > 0 ? 'damaged' : 'current' };
}

function readVersion1(bytes: Buffer): HistoryFile {
  const texts = bytes.toString('utf8').slice(version1Header.length).split('\n').slice(0, -1);
  const parsed = texts.map((text) => line.safeParse(parseJson(text)).data);
  const lines = parsed.filter((each) => each !== undefined);
  return { lines, endBytes: bytes.length, state: lines.length < parsed.length ? 'damaged' : 'earlier' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
