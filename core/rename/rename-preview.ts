import { longNameCharacters } from '../checks/reader-issue.ts';
import type { Reader } from '../readers/reader.ts';
import type { Rows } from '../readers/rows.ts';
import type { Renamer } from './renamer.ts';

/**
 * What is wrong with a new name. The reader keeps its own where there would be `no name`, where the name has a `missing
 * part` that the new one is made of, and where the new one is `unusable` (a control character or half a character, which a
 * push refuses). The others are only said: a name that another reader has too, one with an extra space, or a long one.
 */
export type RenameProblem = 'no name' | 'missing part' | 'unusable' | 'shared' | 'extra space' | 'long';

export interface NewNameRow {
  readonly row: number;
  readonly reader: Reader;
  /** '' where none can be made. */
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
  /** Renamed readers whose new name starts or ends with a space, or has two in a row. */
  readonly spaced: number;
  readonly long: number;
}

const stepRows = 64;

/** Works out the new names of some rows of a draft, step by step: a step is short, and other work may come between. */
export function* previewRename(
  rows: Rows,
  chosen: readonly number[],
  rename: Renamer,
): Generator<undefined, RenamePreview> {
  const changed: Change[] = [];
  const holed: NewNameRow[] = [];
  let named = 0;
  let unchanged = 0;
  for (const [index, row] of chosen.entries()) {
    if (index % stepRows === 0) yield;
    const reader = rows.at(row)?.mine;
    if (!reader) continue;
    const name = rename(reader, named);
    if (name === null) {
      // It takes no number either.
      holed.push({ row, reader, name: '', problem: 'missing part' });
      continue;
    }
    named += 1;
    if (name === reader.name) unchanged += 1;
    else changed.push({ row, reader, name });
  }
  const uses = yield* countUses(rows, changed);
  const found = new Map<RenameProblem | null, NewNameRow[]>(order.map((problem) => [problem, []]));
  found.set('missing part', holed);
  for (const [index, { row, reader, name }] of changed.entries()) {
    if (index % stepRows === 0) yield;
    const problem = whyKept(name) ?? ((uses.get(name) ?? 0) > 1 ? 'shared' : whyDoubted(name));
    found.get(problem)?.push({ row, reader, name, problem });
  }
  const count = (problem: RenameProblem) => found.get(problem)?.length ?? 0;
  const unusable = count('no name') + count('unusable');
  return {
    rows: order.flatMap((problem) => found.get(problem) ?? []),
    renamed: changed.length - unusable,
    unchanged,
    kept: unusable + holed.length,
    shared: count('shared'),
    spaced: count('extra space'),
    long: count('long'),
  };
}

/** Whether the reader keeps its name. */
export function isKept(problem: RenameProblem | null): boolean {
  return problem === 'no name' || problem === 'missing part' || problem === 'unusable';
}

const order: readonly (RenameProblem | null)[] = [
  'no name',
  'missing part',
  'unusable',
  'shared',
  'extra space',
  'long',
  null,
];

type Change = Omit<NewNameRow, 'problem'>;

/** How many readers would have each new name, whoever had it before. */
function* countUses(rows: Rows, changed: readonly Change[]): Generator<undefined, Map<string, number>> {
  const uses = new Map<string, number>();
  if (changed.length === 0) return uses;
  const isChanged = new Uint8Array(rows.length);
  for (const [index, { row, name }] of changed.entries()) {
    if (index % stepRows === 0) yield;
    if (whyKept(name)) continue;
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

function whyKept(name: string): RenameProblem | null {
  if (name.trim() === '') return 'no name';
  return unusable.test(name) ? 'unusable' : null;
}

function whyDoubted(name: string): RenameProblem | null {
  if (name !== name.trim() || name.includes('  ')) return 'extra space';
  return name.length > longNameCharacters && [...name].length > longNameCharacters ? 'long' : null;
}
