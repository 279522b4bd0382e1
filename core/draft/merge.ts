import type { Json } from '../json.ts';
import { sameJson, sameReader } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';

/** Why a reader cannot be merged by itself: both sides did something to it that excludes the other. */
export type ClashKind =
  | 'renamed on both sides'
  | 'renamed here, removed there'
  | 'removed here, renamed there'
  | 'added on both sides'
  | 'other fields changed on both sides';

/** One reader as the base, the draft and Camio have it; null where it is not in that list. */
export interface Sides {
  readonly base: Reader | null;
  readonly mine: Reader | null;
  readonly theirs: Reader | null;
}

export type Choice = 'mine' | 'theirs';

/** What a three-way merge of one reader gives: the merged reader (null: gone), or a clash a person has to settle. */
export type MergedReader =
  | { readonly kind: 'merged'; readonly reader: Reader | null }
  | { readonly kind: 'clash'; readonly clash: ClashKind };

/** Merges what both sides did to one reader since the base; names as a whole, unknown fields one by one. */
export function mergeReader({ base, mine, theirs }: Sides): MergedReader {
  if (same(mine, theirs) || same(theirs, base)) return { kind: 'merged', reader: mine };
  if (same(mine, base)) return { kind: 'merged', reader: theirs };
  if (mine === null) return removed(base, theirs, 'removed here, renamed there');
  if (theirs === null) return removed(base, mine, 'renamed here, removed there');

  const name = mergeName(base, mine, theirs);
  if (name === null) return { kind: 'clash', clash: base ? 'renamed on both sides' : 'added on both sides' };
  const extra = mergeFields(base?.extra ?? {}, mine.extra ?? {}, theirs.extra ?? {});
  if (extra === null) return { kind: 'clash', clash: 'other fields changed on both sides' };
  const merged = { id: mine.id, name };
  return { kind: 'merged', reader: Object.keys(extra).length === 0 ? merged : { ...merged, extra } };
}

/** A clash settled by a person. */
export function settle({ mine, theirs }: Sides, choice: Choice): Reader | null {
  return choice === 'mine' ? mine : theirs;
}

/** One side removed the reader: that stands, unless the other gave it a new name meanwhile. */
function removed(base: Reader | null, kept: Reader | null, clash: ClashKind): MergedReader {
  return base?.name === kept?.name ? { kind: 'merged', reader: null } : { kind: 'clash', clash };
}

function mergeName(base: Reader | null, mine: Reader, theirs: Reader): string | null {
  if (mine.name === theirs.name || theirs.name === base?.name) return mine.name;
  return mine.name === base?.name ? theirs.name : null;
}

type Fields = { readonly [field: string]: Json };

function mergeFields(base: Fields, mine: Fields, theirs: Fields): Fields | null {
  // As maps and entries, since a field of Camio's may be called `__proto__`.
  const [was, here, there] = [base, mine, theirs].map((fields) => new Map(Object.entries(fields)));
  const merged: [string, Json][] = [];
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [before, left, right] = [was?.get(field), here?.get(field), there?.get(field)];
    const takeMine = sameField(left, right) || sameField(right, before);
    if (!takeMine && !sameField(left, before)) return null;
    const value = takeMine ? left : right;
    if (value !== undefined) merged.push([field, value]);
  }
  return Object.fromEntries(merged);
}

function sameField(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameJson(a, b));
}

function same(a: Reader | null, b: Reader | null): boolean {
  return a === b || (a !== null && b !== null && sameReader(a, b));
}
