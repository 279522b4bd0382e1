import { z } from 'zod';
import { appErrorCodes } from '../../core/app-error.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { calls } from '../../core/ipc.ts';

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
const header = z.object({ kind: z.literal('reader-desk events'), version: z.literal(1) });
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending'), record: sentEvent }),
  z.object({ kind: z.literal('outcome'), id: z.string(), outcome }),
]);

export type HistoryLine = z.infer<typeof line>;

export const headerLine = `${JSON.stringify({ kind: 'reader-desk events', version: 1 } satisfies z.infer<typeof header>)}\n`;

export const formatLine = (entry: HistoryLine): string => `${JSON.stringify(entry)}\n`;

/** A line of a history; null where it is damaged or of another version. */
export const parseLine = (text: string): HistoryLine | null => parseWith(line, text);

export const isHeader = (text: string): boolean => parseWith(header, text) !== null;

function parseWith<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
