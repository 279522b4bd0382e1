import { OpenById } from './open-by-id.ts';
import type { Reader } from './reader.ts';
import type { Rows } from './rows.ts';

/** Which reader of a list each row stands for, and which readers no row stands for, in the list's order. */
export interface MatchedReaders {
  /** By row number; undefined where the list has no reader for the row. */
  readonly theirs: readonly (Reader | undefined)[];
  readonly appended: readonly Reader[];
}

/**
 * Matches a draft's rows with a list by id, each row with one reader at most. Rows Camio is known to hold come before
 * those that only the draft has, and those before empty ones, which have the ids of `formerIds`; where an id repeats, order
 * decides. Linear in both.
 */
export function matchById(
  rows: Rows,
  remote: readonly Reader[],
  formerIds?: () => ReadonlyMap<number, string>,
): MatchedReaders {
  const theirs: (Reader | undefined)[] = [];
  const { openRows, openReaders } = matchInOrder(rows, remote, theirs);
  const appended: Reader[] = [];
  if (openReaders.length > 0) {
    const byId = new OpenById<number>();
    for (const { id, row } of openRows) byId.put(id, row);
    rows.forEach(({ base, mine }, row) => {
      if (!base && mine) byId.put(mine.id, row);
    });
    for (const [row, id] of formerIds?.() ?? []) byId.put(id, row);
    for (const reader of openReaders) {
      const row = byId.take(reader.id);
      if (row === undefined) appended.push(reader);
      else theirs[row] = reader;
    }
  }
  return { theirs, appended };
}

interface OpenRow {
  readonly id: string;
  readonly row: number;
}

/** How far ahead in either list the walk looks for the place where they go on alike. */
const lookAhead = 8;

/**
 * Walks along both lists and matches what comes in the same order, which is nearly everything: a look-up by id costs ten
 * times as much. What is left over is left to that.
 */
function matchInOrder(rows: Rows, remote: readonly Reader[], theirs: (Reader | undefined)[]) {
  const based: OpenRow[] = [];
  rows.forEach(({ base }, row) => {
    if (base) based.push({ id: base.id, row });
  });
  const openRows: OpenRow[] = [];
  const openReaders: Reader[] = [];
  let at = 0;
  let from = 0;
  for (;;) {
    const mine = based[at];
    const reader = remote[from];
    if (!mine || !reader) break;
    if (mine.id === reader.id) {
      theirs[mine.row] = reader;
      at += 1;
      from += 1;
      continue;
    }
    const skip = stepsToMeet(based, at, remote, from);
    openRows.push(...based.slice(at, at + skip.rows));
    openReaders.push(...remote.slice(from, from + skip.readers));
    at += skip.rows;
    from += skip.readers;
  }
  for (const rest of based.slice(at)) openRows.push(rest);
  for (const rest of remote.slice(from)) openReaders.push(rest);
  return { openRows, openReaders };
}

/** How many rows or readers to leave aside so that both lists go on with one id; one of each where that is not near. */
function stepsToMeet(based: readonly OpenRow[], at: number, remote: readonly Reader[], from: number) {
  for (let steps = 1; steps <= lookAhead; steps++) {
    if (based[at + steps]?.id === remote[from]?.id) return { rows: steps, readers: 0 };
    if (remote[from + steps]?.id === based[at]?.id) return { rows: 0, readers: steps };
  }
  return { rows: 1, readers: 1 };
}
