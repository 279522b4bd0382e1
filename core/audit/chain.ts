import { z } from 'zod';
import type { AuditEntry } from './audit-entry.ts';
import { auditEntrySchema } from './audit-schema.ts';

// A line of the log is `<seal> <JSON>`. The seal is the SHA-256 of the JSON, and the JSON names the line's number and the
// seal of the line before it, so that every line vouches for all that came before. Whoever can write to the file can also
// rebuild it from some line on; the head, kept apart, is what they would have to forge as well.

/** SHA-256 of a text in UTF-8, as 64 hex digits. */
export type Hash = (text: string) => string;

/** How far a log goes: the number and the seal of its last line. */
export interface Head {
  readonly number: number;
  readonly seal: string;
}

/** The head of a log without lines. */
export const emptyHead: Head = { number: 0, seal: '' };

/** What a line says of its place in the log. */
export interface ChainLink {
  /** Null where it is not a line of a log. */
  readonly number: number | null;
  /** The seal of the line before it, as it was when this one was written; null in the first line. */
  readonly previous: string | null;
  /** The seal that fits the contents. */
  readonly seal: string;
  /** The contents do not fit the seal that is written before them. */
  readonly isChanged: boolean;
}

const version = 1;
const sealLength = 64;

const place = z.object({ number: z.int().positive(), previous: z.string().nullable() });
const versioned = z.object({ version: z.literal(version) });

/** The line that follows `head`, newline included, and the head after it. */
export function sealLine(entry: AuditEntry, head: Head, hash: Hash): { readonly line: string; readonly head: Head } {
  return seal(entry, head.number + 1, head.number === 0 ? null : head.seal, hash);
}

/**
 * The line a log goes on with after `lines` lines when its head got lost. It has no link to the line before it, which
 * shows for ever: nobody can tell what was removed until then.
 */
export function sealAfterLoss(
  entry: AuditEntry,
  lines: number,
  hash: Hash,
): { readonly line: string; readonly head: Head } {
  return seal(entry, lines + 1, null, hash);
}

function seal(entry: AuditEntry, number: number, previous: string | null, hash: Hash) {
  const json = JSON.stringify({ version, number, previous, ...entry });
  const sealed = hash(json);
  return { line: `${sealed} ${json}\n`, head: { number, seal: sealed } };
}

/** The finished lines of a log. What follows the last newline was never finished and is left out. */
export function finishedLines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

/** What a line, without its newline, says of its place. */
export function readLink(line: string, hash: Hash): ChainLink {
  const json = line.slice(sealLength + 1);
  const fitting = hash(json);
  const read = place.safeParse(parseJson(json)).data;
  return {
    number: read?.number ?? null,
    previous: read?.previous ?? null,
    seal: fitting,
    isChanged: line.slice(0, sealLength + 1) !== `${fitting} ` || !read,
  };
}

/** What a line says was done; null where it is damaged or another version of the app wrote it. */
export function readEntry(line: string): AuditEntry | null {
  const contents = parseJson(line.slice(sealLength + 1));
  if (!versioned.safeParse(contents).success) return null;
  return auditEntrySchema.safeParse(contents).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
