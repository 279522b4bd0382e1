import { sameJson, sameReader } from './change.ts';
import { OpenById } from './open-by-id.ts';
import type { Reader } from './reader.ts';

/** How many differences are named; all are counted. */
const namedDifferences = 100;

/** What differs between two lists in ids, names or unknown fields. The order of a list means nothing to Camio. */
export function diffLists(left: readonly Reader[], right: readonly Reader[]): Differences {
  return differences(left, right, sameReader);
}

/**
 * What differs between the list that was sent and the list read back after it. Fields Camio adds of its own are not a
 * difference; a field that was sent and came back otherwise, or not at all, is.
 */
export function diffReadBack(sent: readonly Reader[], stored: readonly Reader[]): Differences {
  return differences(sent, stored, storedAsSent);
}

type Same = (left: Reader, right: Reader) => boolean;

/** Whether a reader came back as it was sent, whatever fields Camio keeps of its own. */
export function storedAsSent(sent: Reader, stored: Reader): boolean {
  if (sent.id !== stored.id || sent.name !== stored.name) return false;
  if (sent.extra === undefined) return true;
  return Object.entries(sent.extra).every(([field, value]) => {
    const back = fieldOf(stored, field);
    return back !== undefined && sameJson(value, back);
  });
}

/** Readers are paired by id; where an id repeats, equal ones first and the rest by order. Linear in both lists. */
function differences(left: readonly Reader[], right: readonly Reader[], same: Same): Differences {
  const unpaired: Reader[] = [];
  const open = new OpenById<Reader>();
  const pairedOnSight: boolean[] = [];
  // Lists mostly come in the same order: what is equal at the same place needs no look-up.
  left.forEach((reader, index) => {
    const other = right[index];
    if (other && same(reader, other)) pairedOnSight[index] = true;
    else unpaired.push(reader);
  });
  if (unpaired.length === 0 && left.length === right.length) return { total: 0, first: [] };
  right.forEach((reader, index) => {
    if (!pairedOnSight[index]) open.put(reader.id, reader);
  });

  const unequal: Reader[] = [];
  for (const reader of unpaired) {
    if (!open.take(reader.id, (other) => same(reader, other))) unequal.push(reader);
  }
  const found: ListDifference[] = [];
  let total = 0;
  const count = (one: Reader | null, other: Reader | null) => {
    total += 1;
    if (found.length < namedDifferences) found.push(difference(one, other, same));
  };
  for (const reader of unequal) count(reader, open.take(reader.id) ?? null);
  for (const reader of open.rest()) count(null, reader);
  return { total, first: found };
}

function difference(left: Reader | null, right: Reader | null, same: Same): ListDifference {
  const pair = { id: left?.id ?? right?.id ?? '', left: left?.name ?? null, right: right?.name ?? null };
  if (!left || !right) return pair;
  const names = [...new Set([...Object.keys(left.extra ?? {}), ...Object.keys(right.extra ?? {})])];
  const fields = names.filter((field) => !same(withField(left, field), withField(right, field)));
  return fields.length > 0 ? { ...pair, fields } : pair;
}

/** The reader reduced to one unknown field, so that fields are compared by the same rule as readers. */
function withField(reader: Reader, field: string): Reader {
  const value = fieldOf(reader, field);
  const bare = { id: '', name: '' };
  return value === undefined ? bare : { ...bare, extra: Object.fromEntries([[field, value]]) };
}

/** An unknown field of a reader; undefined where it has none of this name. */
export function fieldOf({ extra }: Reader, field: string) {
  return extra && Object.hasOwn(extra, field) ? extra[field] : undefined;
}

/** A difference between two lists, by id: `left` and `right` are names, null where the reader is not in that list. */
export interface ListDifference {
  readonly id: string;
  readonly left: string | null;
  readonly right: string | null;
  /** The unknown fields that differ, where the reader is in both lists. */
  readonly fields?: readonly string[];
}

/** Differences in number and the first hundred of them. */
export interface Differences {
  readonly total: number;
  readonly first: readonly ListDifference[];
}
