import type { ChainLink, Head } from './chain.ts';

/** Where a log is not as it was written. `line` is a line of the file, from 1. */
export type Flaw =
  | { readonly code: 'changed'; readonly line: number }
  /** `count` lines that stood before this one are not there. */
  | { readonly code: 'removed before'; readonly line: number; readonly count: number }
  | { readonly code: 'out of place'; readonly line: number; readonly number: number }
  /** A line of this number was there, and it was not this one. */
  | { readonly code: 'exchanged'; readonly line: number }
  /** Written by the app when it could no longer tell how far the log had gone. */
  | { readonly code: 'head was lost before'; readonly line: number }
  | { readonly code: 'removed at the end'; readonly line: number; readonly count: number }
  | { readonly code: 'added at the end'; readonly line: number; readonly count: number }
  | { readonly code: 'head is lost' };

/** What verifying a log found: how many lines it has, and the first thing wrong with them, or null. */
export interface Verification {
  readonly lines: number;
  readonly flaw: Flaw | null;
  /** What a crash had left at the end of the log, and was mended when this session opened it. */
  readonly mended?: Mended;
}

/**
 * `torn line`: a line that was not written to its end was cut off. `last line`: the last line was whole and is kept, but the
 * head did not know of it yet.
 */
export type Mended = 'torn line' | 'last line';

/** Checks every line against the one before it, and the last one against the head; null: the head got lost. */
export function verifyLog(lines: readonly ChainLink[], head: Head | null): Verification {
  return { lines: lines.length, flaw: flawInChain(lines) ?? flawAtEnd(lines, head) };
}

function flawInChain(lines: readonly ChainLink[]): Flaw | null {
  let before: Head | null = null;
  for (const [index, { number, previous, seal, isChanged }] of lines.entries()) {
    const line = index + 1;
    if (isChanged || number === null) return { code: 'changed', line };
    if (number > line) return { code: 'removed before', line, count: number - line };
    if (number < line) return { code: 'out of place', line, number };
    if (before && previous === null) return { code: 'head was lost before', line };
    if (before && previous !== before.seal) return { code: 'exchanged', line: before.number };
    before = { number, seal };
  }
  return null;
}

function flawAtEnd(lines: readonly ChainLink[], head: Head | null): Flaw | null {
  if (!head) return lines.length > 0 ? { code: 'head is lost' } : null;
  const missing = head.number - lines.length;
  if (missing > 0) return { code: 'removed at the end', line: lines.length, count: missing };
  if (head.number > 0 && lines[head.number - 1]?.seal !== head.seal) return { code: 'exchanged', line: head.number };
  return missing < 0 ? { code: 'added at the end', line: head.number + 1, count: -missing } : null;
}
