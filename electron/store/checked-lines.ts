import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';

// A checked line is `<crc32 of the rest, 8 hex digits> <JSON>\n`. Drafts, their journals and snapshots are files of such
// lines: a line cut short by a crash and a flipped bit are both noticed, line by line.

const checkLength = 9;
const newline = 0x0a;

/** A value as one checked line, newline included. */
export function checkedLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checkOf(json)} ${json}\n`;
}

/** The same line from its JSON in parts, each in a turn of its own: a long one holds nothing else up. */
export async function checkedLineOfParts(jsonParts: Iterable<string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let check = 0;
  for (const part of jsonParts) {
    const bytes = Buffer.from(part);
    check = crc32(bytes, check);
    parts.push(bytes);
    await nextTurn();
  }
  return Buffer.concat([Buffer.from(`${inHex(check)} `), ...parts, Buffer.from('\n')]);
}

/** What a file of checked lines holds. */
export interface CheckedLines {
  /** The values of the lines before the first that is not whole, in order. */
  readonly values: readonly unknown[];
  /** Where each of these lines ends, in bytes from the start of the file. */
  readonly ends: readonly number[];
  /** `torn`: the last line was not finished. `damaged`: a line was changed, and others follow or it claims to be whole. */
  readonly end: 'whole' | 'torn' | 'damaged';
}

/** Reads checked lines up to the first that is not whole. */
export function readCheckedLines(bytes: Buffer): CheckedLines {
  const values: unknown[] = [];
  const ends: number[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(newline, start);
    if (end < 0) return { values, ends, end: 'torn' };
    const line = bytes.toString('utf8', start, end);
    const json = line.slice(checkLength);
    if (line.slice(0, checkLength) !== `${checkOf(json)} `) {
      // A power cut can leave zeros where the last write did not arrive; JSON has none.
      const unwritten = end + 1 === bytes.length && line.includes('\0');
      return { values, ends, end: unwritten ? 'torn' : 'damaged' };
    }
    values.push(JSON.parse(json));
    start = end + 1;
    ends.push(start);
  }
  return { values, ends, end: 'whole' };
}

function checkOf(json: string): string {
  return inHex(crc32(json));
}

function inHex(check: number): string {
  return check.toString(16).padStart(checkLength - 1, '0');
}
