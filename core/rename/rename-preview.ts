import type { Reader } from '../readers/reader.ts';
import { longNameCharacters } from '../readers/reader-issue.ts';
import type { Rows } from '../readers/rows.ts';
import type { Renamer } from './renamer.ts';

/**
 * What is wrong with a new name. `no name` and `unusable` (it has a control character or half a character, which a push
 * refuses): the reader keeps its name. The others are only said: a name that another reader has too, or a long one.
 */
export type RenameProblem = 'no name' | 'unusable' | 'shared' | 'long';

export interface NewNameRow {
  readonly row: number;
  readonly reader: Reader;
  readonly name: string;
  readonly problem: RenameProblem | null;
}

/** What a rule would do to the readers chosen. Every one of them is counted once in `renamed`, `unchanged` or `kept`. */
export interface RenamePreview {
  /** Rows that would get another name or should, those with a problem first. */
  readonly rows: readonly NewNameRow[];
  readonly renamed: number;
  readonly unchanged: number;
  /** Readers that keep their name, since the new one is no name. */
  readonly kept: number;
  /** Renamed readers whose new name another reader has too, or gets. */
  readonly shared: number;
  readonly long: number;
}

const stepRows = 64;

/** Works out the new names of some rows of a draft, step by step: a step is short, and other work may come between. */
export function* previewRename(
  rows: Rows,
  chosen: readonly number[],
  rename: Renamer,
): Generator<undefined, RenamePreview> {
  const changed: { row: number; reader: Reader; name: string }[] = [];
  let readers = 0;
  for (const [index, row] of chosen.entries()) {
    if (index % stepRows === 0) yield;
    const reader = rows.at(row)?.mine;
    if (!reader) continue;
    const name = rename(reader, readers);
    readers += 1;
    if (name !== reader.name) changed.push({ row, reader, name });
  }
  const uses = yield* countUses(rows, changed);
  const found = new Map<RenameProblem | null, NewNameRow[]>(order.map((problem) => [problem, []]));
  for (const [index, { row, reader, name }] of changed.entries()) {
    if (index % stepRows === 0) yield;
    const problem = ownProblem(name) ?? ((uses.get(name) ?? 0) > 1 ? 'shared' : isLong(name) ? 'long' : null);
    found.get(problem)?.push({ row, reader, name, problem });
  }
  const count = (problem: RenameProblem) => found.get(problem)?.length ?? 0;
  const kept = count('no name') + count('unusable');
  return {
    rows: order.flatMap((problem) => found.get(problem) ?? []),
    renamed: changed.length - kept,
    unchanged: readers - changed.length,
    kept,
    shared: count('shared'),
    long: count('long'),
  };
}

/** Whether the reader keeps its name. */
export function isKept(problem: RenameProblem | null): boolean {
  return problem === 'no name' || problem === 'unusable';
}

const order: readonly (RenameProblem | null)[] = ['no name', 'unusable', 'shared', 'long', null];

/** How many readers would have each new name, whoever had it before. */
function* countUses(
  rows: Rows,
  changed: readonly { row: number; name: string }[],
): Generator<undefined, Map<string, number>> {
  const uses = new Map<string, number>();
  if (changed.length === 0) return uses;
  const isChanged = new Uint8Array(rows.length);
  for (const [index, { row, name }] of changed.entries()) {
    if (index % stepRows === 0) yield;
    if (ownProblem(name)) continue;
    isChanged[row] = 1;
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  for (let row = 0; row < rows.length; row += 1) {
    if (row % stepRows === 0) yield;
    const name = isChanged[row] === 1 ? undefined : rows.at(row)?.mine?.name;
    const used = name === undefined ? undefined : uses.get(name);
    if (name !== undefined && used !== undefined) uses.set(name, used + 1);
  }
  return uses;
}

const unusable = /[\p{Cc}\p{Cs}]/u;

function ownProblem(name: string): RenameProblem | null {
  if (name.trim() === '') return 'no name';
  return unusable.test(name) ? 'unusable' : null;
}

function isLong(name: string): boolean {
  return name.length > longNameCharacters && [...name].length > longNameCharacters;
}
