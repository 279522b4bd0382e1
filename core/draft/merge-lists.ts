import { sameJson, sameSide } from '../readers/change.ts';
import { fieldOf } from '../readers/diff.ts';
import { matchById } from '../readers/match-by-id.ts';
import type { Reader } from '../readers/reader.ts';
import type { Row, Rows } from '../readers/rows.ts';
import { type ClashKind, mergeReader, type Sides } from './merge.ts';

/** A reader that a person has to settle. `row` is its row in the draft. */
export interface Clash extends Sides {
  readonly row: number;
  readonly kind: ClashKind;
}

/** Whose change it was: somebody else's in Camio, the draft's, or both sides' without excluding each other. */
export type MergeOrigin = 'theirs' | 'mine' | 'both';

/** A reader that changed since the base and was merged without asking: how it was, and how it is now (null: gone). */
export interface MergedByItself {
  readonly origin: MergeOrigin;
  readonly base: Reader | null;
  readonly merged: Reader | null;
  /** Set where one side removed a reader that the other had. */
  readonly removal?: Removal;
}

/** Who removed a reader, and the fields that the other side had changed, which go with it. */
export interface Removal {
  readonly by: 'mine' | 'theirs';
  readonly fields: readonly string[];
}

/** A three-way merge of two lists. Readers that are everywhere as the base has them are in neither part. */
export interface ListMerge {
  readonly clashes: readonly Clash[];
  readonly byItself: readonly MergedByItself[];
}

/** One reader of the merge. `row` is null for a reader that only Camio has: it gets a row of its own. */
export type MergeStep =
  | { readonly kind: 'clash'; readonly clash: Clash }
  | { readonly kind: 'merged'; readonly row: number | null; readonly sides: Sides; readonly merged: Reader | null };

/**
 * Merges a draft's rows with the list Camio holds now. Readers are matched by id, and by order where an id repeats.
 * Linear in both lists.
 */
export function mergeLists(rows: Rows, remote: readonly Reader[]): ListMerge {
  const clashes: Clash[] = [];
  const byItself: MergedByItself[] = [];
  forEachMoved(rows, remote, (step) => {
    if (step.kind === 'clash') clashes.push(step.clash);
    else byItself.push(mergedByItself(step.sides, step.merged));
  });
  return { clashes, byItself };
}

/** Visits every reader that either side changed since the base, in the order of the rows. */
export function forEachMoved(rows: Rows, remote: readonly Reader[], visit: (step: MergeStep) => void): void {
  const { theirs, appended } = matchById(rows, remote);
  rows.forEach((row, number) => {
    const other = theirs[number] ?? null;
    if (row.mine === row.base && sameSide(row.base, other)) return;
    visit(mergeRow(row, number, other));
  });
  for (const reader of appended) {
    visit({ kind: 'merged', row: null, sides: { base: null, mine: null, theirs: reader }, merged: reader });
  }
}

function mergeRow({ base, mine }: Row, row: number, theirs: Reader | null): MergeStep {
  const sides = { base, mine, theirs };
  const outcome = mergeReader(sides);
  if (outcome.kind === 'clash') return { kind: 'clash', clash: { row, kind: outcome.clash, ...sides } };
  return { kind: 'merged', row, sides, merged: outcome.reader };
}

function mergedByItself(sides: Sides, merged: Reader | null): MergedByItself {
  const { base, mine, theirs } = sides;
  const plain = { origin: originOf(sides), base, merged };
  if (!base || merged || (!mine && !theirs)) return plain;
  const [by, other] = mine ? (['theirs', mine] as const) : (['mine', theirs] as const);
  return { ...plain, removal: { by, fields: other ? changedFields(base, other) : [] } };
}

function changedFields(before: Reader, after: Reader): string[] {
  const names = new Set([...Object.keys(before.extra ?? {}), ...Object.keys(after.extra ?? {})]);
  return [...names].filter((name) => {
    const [left, right] = [fieldOf(before, name), fieldOf(after, name)];
    return left === undefined || right === undefined ? left !== right : !sameJson(left, right);
  });
}

function originOf({ base, mine, theirs }: Sides): MergeOrigin {
  if (sameSide(base, mine)) return 'theirs';
  return sameSide(base, theirs) ? 'mine' : 'both';
}
