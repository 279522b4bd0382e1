import { z } from 'zod';
import type { Reader } from '../../core/readers/reader.ts';

// The same work as a first draft of such an app does it: what core/ is set beside.

const isSame = (one: Reader, other: Reader) => JSON.stringify(one) === JSON.stringify(other);

/** Differences of two lists with a search through the other list for each reader: quadratic. */
export function diffByNestedFind(left: readonly Reader[], right: readonly Reader[]): number {
  const changed = left.filter((reader) => {
    const other = right.find(({ id }) => id === reader.id);
    return !other || !isSame(reader, other);
  });
  const added = right.filter(({ id }) => !left.some((reader) => reader.id === id));
  return changed.length + added.length;
}

/** Differences of two lists by sorting both and walking along them. */
export function diffBySorting(left: readonly Reader[], right: readonly Reader[]): number {
  const byId = (one: Reader, other: Reader) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  const [ours, theirs] = [left.toSorted(byId), right.toSorted(byId)];
  let differences = 0;
  for (let at = 0, from = 0; at < ours.length || from < theirs.length; ) {
    const [one, other] = [ours[at], theirs[from]];
    const order = one && other ? byId(one, other) : one ? -1 : 1;
    if (order <= 0) at += 1;
    if (order >= 0) from += 1;
    if (order !== 0 || (one && other && !isSame(one, other))) differences += 1;
  }
  return differences;
}

/** Three-way merge with a map of JSON texts by id for each list. Answers the merged list; clashes go to mine. */
export function mergeByText(base: readonly Reader[], mine: readonly Reader[], theirs: readonly Reader[]): Reader[] {
  const textsOf = (list: readonly Reader[]) => new Map(list.map((reader) => [reader.id, JSON.stringify(reader)]));
  const [was, here, there] = [textsOf(base), textsOf(mine), textsOf(theirs)];
  const merged: Reader[] = [];
  for (const id of new Set([...was.keys(), ...here.keys(), ...there.keys()])) {
    const text = here.get(id) === was.get(id) ? there.get(id) : here.get(id);
    if (text !== undefined) merged.push(JSON.parse(text));
  }
  return merged;
}

const clean = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\p{C}]+$/u)
  .refine((text) => text === text.trim());

const listSchema = z
  .array(z.object({ id: clean, name: clean }))
  .refine((readers) => new Set(readers.map(({ id }) => id.normalize('NFKC').toLowerCase())).size === readers.length);

/** A list checked with a schema: fewer rules than the product's, and no look-alike letters. */
export function validateBySchema(readers: readonly Reader[]): boolean {
  return listSchema.safeParse(readers).success;
}

/** Renames one after the other, each with a copy of the whole list, as a reducer over a plain array does it. */
export function replayByCopies(readers: readonly Reader[], names: readonly { row: number; name: string }[]): Reader[] {
  return names.reduce((list, { row, name }) => {
    const next = list.slice();
    const reader = next[row];
    if (reader) next[row] = { ...reader, name };
    return next;
  }, readers.slice());
}
