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

/**
 * Values that are appended in one write, one checked line each. Lines that are not the first of their write say so
 * (`joined`), so that a reader can tell a write that a power cut tore from damage to lines that had arrived.
 * `follows`: the write begins with a line of its own, the file's first.
 */
export function checkedBatch(values: readonly object[], { follows }: { readonly follows: boolean }): string {
  return values.map((value, at) => checkedLine(at > 0 || follows ? { ...value, joined: true } : value)).join('');
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
  /**
   * `torn`: a power cut or crash stopped the last write, so its lines were never acknowledged. `damaged`: a line that had
   * been written was changed.
   */
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
    const value = valueOfLine(line);
    if (value === undefined) {
      return { values, ends, end: isTornWrite(bytes, start, end + 1) ? 'torn' : 'damaged' };
    }
    values.push(value);
    start = end + 1;
    ends.push(start);
  }
  return { values, ends, end: 'whole' };
}

/**
 * Whether a line that is not whole, from `start` to `next`, was left by a power cut in the middle of the file's last write.
 * A power cut can leave zeros where the write did not arrive (JSON has none); whole lines after them are of the same write.
 */
export function isTornWrite(bytes: Buffer, start: number, next: number): boolean {
  if (!bytes.subarray(start, next).includes(0)) return false;
  for (let at = next; at < bytes.length; ) {
    const end = bytes.indexOf(newline, at);
    if (end < 0) return true;
    const value = valueOfLine(bytes.toString('utf8', at, end));
    if (value !== undefined && !isJoined(value)) return false;
    at = end + 1;
  }
  return true;
}

/** The value of a line without its newline; undefined if the line is not whole. */
function valueOfLine(line: string): unknown {
  const json = line.slice(checkLength);
  return line.slice(0, checkLength) === `${checkOf(json)} ` ? JSON.parse(json) : undefined;
}

function isJoined(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'joined' in value && value.joined === true;
}

/** The number of lines of a file whose every line is whole, found without parsing them; null if one is not. */
export function countWholeLines(bytes: Buffer): number | null {
  let count = 0;
  for (let start = 0; start < bytes.length; count += 1) {
    const end = bytes.indexOf(newline, start);
    if (end < 0) return null;
    const check = inHex(crc32(bytes.subarray(start + checkLength, end)));
    if (bytes.toString('latin1', start, start + checkLength) !== `${check} `) return null;
    start = end + 1;
  }
  return count;
}

function checkOf(json: string): string {
  return inHex(crc32(json));
}

function inHex(check: number): string {
  return check.toString(16).padStart(checkLength - 1, '0');
}
