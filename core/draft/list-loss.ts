import type { Reader, RemoteList } from '../readers/reader.ts';
import { brakeFor } from './brake.ts';
import { type Draft, rebase, takeStep } from './draft.ts';
import type { RowEdit } from './draft-action.ts';

/** What a list that was held lost in a later one: readers that are gone, and readers whose name is. */
export interface Loss {
  readonly gone: readonly Reader[];
  readonly unnamed: readonly Reader[];
}

/**
 * What is kept of a list of Camio's that lost much, until a person has dealt with it. `gone` and `unnamed` count readers
 * of the list that was held; `now` is the length of Camio's list as last read. Times are ISO 8601.
 */
export interface ListLoss {
  /** The snapshot of the list that was held. */
  readonly snapshotId: string;
  readonly held: number;
  readonly noticedAt: string;
  readonly now: number;
  readonly gone: number;
  readonly unnamed: number;
}

/** What leads to loss from one list to another, by id; where an id repeats, as many as are missing. Linear in both. */
export function lossBetween(held: readonly Reader[], now: readonly Reader[]): Loss {
  const open = new Map<string, Reader[]>();
  for (const reader of now) {
    const same = open.get(reader.id);
    if (same) same.push(reader);
    else open.set(reader.id, [reader]);
  }
  const gone: Reader[] = [];
  const unnamed: Reader[] = [];
  for (const reader of held) {
    const other = open.get(reader.id)?.shift();
    if (!other) gone.push(reader);
    else if (losesName(reader, other)) unnamed.push(reader);
  }
  return { gone, unnamed };
}

/** Whether a list lost more than the brake lets a push remove. `of`: what it is measured against. */
export function losesMuch({ gone, unnamed }: Loss, { of, now }: { of: number; now: number }): boolean {
  return brakeFor({ removed: gone.length + unnamed.length, of, kept: now }) !== null;
}

/**
 * The draft on a list just read. Where that list lost much, what rows nobody had touched lose is a step, so that *Undo*
 * gives the person's view back: the readers are in the draft again, as additions to what Camio holds now.
 */
export function adoptList(draft: Draft, remote: RemoteList): Draft {
  return withLossStep(draft, rebase(draft, remote), []);
}

/** The draft after it went from one base to another, with `edits` and what untouched rows lost as one step. */
export function withLossStep(before: Draft, after: Draft, edits: readonly RowEdit[]): Draft {
  const lost: RowEdit[] = [];
  let of = 0;
  let now = 0;
  before.rows.forEach(({ base, mine }, row) => {
    if (base) of += 1;
    if (!mine || mine !== base) return;
    const next = after.rows.at(row)?.mine ?? null;
    if (next === null) lost.push({ row, before: mine, after: null });
    else if (losesName(mine, next)) lost.push({ row, before: { ...next, name: mine.name }, after: next });
  });
  after.rows.forEach(({ base }) => {
    if (base) now += 1;
  });
  const many = brakeFor({ removed: lost.length, of, kept: now }) !== null;
  const step = many ? [...edits, ...lost] : edits;
  return step.length > 0 ? takeStep(after, { action: 'merge', edits: step }) : after;
}

function losesName(held: Reader, now: Reader): boolean {
  return held.name !== '' && now.name === '';
}

/** The draft's list with what it lacks of a list that was held: readers that Camio lost, and names. */
export function withHeld(mine: readonly Reader[], held: readonly Reader[], remote: readonly Reader[]): Reader[] {
  const lost = lossBetween(held, remote);
  const gone = lossBetween(lost.gone, mine).gone;
  const names = new Map(lost.unnamed.map(({ id, name }) => [id, name]));
  const named = mine.map((reader) => {
    const name = reader.name === '' ? names.get(reader.id) : undefined;
    return name === undefined ? reader : { ...reader, name };
  });
  return [...named, ...gone];
}
