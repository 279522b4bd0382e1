import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { fail, ok, type Result } from '../../core/result.ts';
import { slices } from '../../core/slices.ts';
import { checkedLine, readCheckedLines } from './checked-lines.ts';

// A parted file is one value, written as a whole: checked lines with its head, then its long lists in parts, then an end
// line, so that a file that was changed or cut short is known as damaged. Checkpoints and snapshots are such files.

/** How many items of a list are in one line: few enough not to hold up anything else. */
export const itemsPerLine = 2_000;

const partLine = z.object({ part: z.string(), items: z.array(z.unknown()) });
const endLine = z.object({ part: z.literal('end') });

type Lists = ReadonlyMap<string, readonly unknown[]>;

/** The bytes of a file with this head and these lists, letting other work in between. */
export async function partedBytes(head: object, lists: Lists): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (const line of partedLines(head, lists)) {
    chunks.push(Buffer.from(line));
    await setImmediate();
  }
  return Buffer.concat(chunks);
}

function* partedLines(head: object, lists: Lists): Generator<string> {
  yield checkedLine(head);
  for (const [part, list] of lists) {
    for (const items of slices(list, itemsPerLine)) yield checkedLine({ part, items });
  }
  yield checkedLine({ part: 'end' });
}

/** The value of the first line, to tell what the file is; undefined if that line is not whole. */
export function readHead(bytes: Buffer): unknown {
  return readCheckedLines(bytes.subarray(0, bytes.indexOf('\n') + 1)).values[0];
}

/** The lists of a whole file, one for each of `parts`; `damaged` if it is not whole or has others. */
export function readLists(bytes: Buffer, parts: readonly string[]): Result<Record<string, unknown[]>, 'damaged'> {
  const { values, end } = readCheckedLines(bytes);
  if (end !== 'whole' || values.length < 2 || !isEnd(values.at(-1))) return fail('damaged');
  const lists = new Map<string, unknown[]>(parts.map((part) => [part, []]));
  for (const value of values.slice(1, -1)) {
    const line = partLine.safeParse(value);
    const list = line.success ? lists.get(line.data.part) : undefined;
    if (!line.success || !list) return fail('damaged');
    for (const item of line.data.items) list.push(item);
  }
  return ok(Object.fromEntries(lists));
}

export function isEnd(value: unknown): boolean {
  return endLine.safeParse(value).success;
}
