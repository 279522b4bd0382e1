import type { Json } from '../json.ts';
import type { Reader } from './reader.ts';
import type { Row, Rows } from './rows.ts';

/** What a row means against its base. `changed`: same name, other unknown fields (a restore or a merge can do that). */
export type ChangeKind = 'added' | 'renamed' | 'changed' | 'removed';

export interface Change {
  readonly kind: ChangeKind;
  readonly row: number;
  readonly base: Reader | null;
  readonly mine: Reader | null;
}

export type ChangeCounts = Readonly<Record<ChangeKind | 'unchanged', number>>;

export const noChanges: ChangeCounts = { added: 0, renamed: 0, changed: 0, removed: 0, unchanged: 0 };

/** Unpushed changes in all. */
export function totalChanges(counts: ChangeCounts): number {
  return counts.added + counts.renamed + counts.changed + counts.removed;
}

/** How a row stands: a kind of change, `unchanged`, or null for an addition that was taken back. */
export function rowChange({ base, mine }: Row): ChangeKind | 'unchanged' | null {
  if (base === mine) return base === null ? null : 'unchanged';
  if (base === null) return 'added';
  if (mine === null) return 'removed';
  if (base.name !== mine.name) return 'renamed';
  return sameExtra(base, mine) ? 'unchanged' : 'changed';
}

/** The changes of all rows in number. */
export function countChanges(rows: Rows): ChangeCounts {
  const counts = { ...noChanges };
  rows.forEach((row) => {
    const kind = rowChange(row);
    if (kind) counts[kind] += 1;
  });
  return counts;
}

/** Same id, name and unknown fields. */
export function sameReader(a: Reader, b: Reader): boolean {
  return a === b || (a.id === b.id && a.name === b.name && sameExtra(a, b));
}

/** Mostly neither has any, and lists are long: then nothing is compared. */
function sameExtra(a: Reader, b: Reader): boolean {
  return a.extra === b.extra || sameJson(a.extra ?? {}, b.extra ?? {});
}

/** The same reader, or none, on both sides. */
export function sameSide(a: Reader | null, b: Reader | null): boolean {
  return a === b || (a !== null && b !== null && sameReader(a, b));
}

/** Deep equality of plain JSON data; the order of an object's keys does not count. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index]));
  }
  const left = Object.entries(a);
  const right = new Map<string, Json>(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => {
      const other = right.get(key);
      return other !== undefined && sameJson(value, other);
    })
  );
}
