import { sameSide } from './change.ts';
import type { RowEdit, Step } from './draft-action.ts';
import type { Reader } from './reader.ts';
import { type Row, Rows } from './rows.ts';

/**
 * The rows on a new base. Rows the person has not touched follow Camio; the person's changes stay; readers Camio has
 * beyond those come last. The same `Rows` where nothing moved.
 */
export function rebaseRows(rows: Rows, remote: readonly Reader[]): Rows {
  const { theirs, appended } = matchById(rows, remote);
  const rebased: Row[] = [];
  let moved = appended.length > 0;
  rows.forEach((row, number) => {
    const next = rebaseRow(row, theirs[number] ?? null);
    if (next !== row) moved = true;
    rebased.push(next);
  });
  if (!moved) return rows;
  for (const reader of appended) rebased.push({ base: reader, mine: reader });
  return Rows.from(rebased);
}

/**
 * The rows as they stand once Camio has accepted the list `sent`: what was sent is the base, and what the person did
 * since then is a change against it. An id given to an added reader since then is a removal and an addition.
 */
export function acceptRows(rows: Rows, sent: Rows): Rows {
  const accepted: Row[] = [];
  const removed: Row[] = [];
  rows.forEach(({ mine }, number) => {
    const base = sent.at(number)?.mine ?? null;
    const otherId = base !== null && mine !== null && base.id !== mine.id;
    accepted.push(otherId ? { base: null, mine } : rowOn(base, mine));
    if (otherId) removed.push({ base, mine: null });
  });
  return Rows.from([...accepted, ...removed]);
}

/**
 * The undo history on a new base. An id is fixed once Camio has it, so steps from before that speak of the reader under
 * the id it got; steps left without an effect are dropped. The same array where nothing had to change.
 */
export function rebaseSteps(steps: readonly Step[], rows: Rows): readonly Step[] {
  const rebased: Step[] = [];
  let moved = false;
  for (const step of steps) {
    const next = rebaseStep(step, rows);
    if (next !== step) moved = true;
    if (next.edits.length > 0) rebased.push(next);
  }
  return moved ? rebased : steps;
}

/** A row with the given sides; equal sides are one object, which is how a row shows that it is unchanged. */
export function rowOn(base: Reader | null, mine: Reader | null): Row {
  return { base, mine: sameSide(base, mine) ? base : mine };
}

function rebaseRow(row: Row, theirs: Reader | null): Row {
  const touched = row.base !== row.mine;
  if (sameSide(row.base, theirs)) return row;
  return touched ? rowOn(theirs, row.mine) : { base: theirs, mine: theirs };
}

function rebaseStep(step: Step, rows: Rows): Step {
  let moved = false;
  const edits: RowEdit[] = [];
  for (const edit of step.edits) {
    const id = rows.at(edit.row)?.base?.id;
    if (id === undefined || (hasId(edit.before, id) && hasId(edit.after, id))) {
      edits.push(edit);
      continue;
    }
    moved = true;
    const before = edit.before && { ...edit.before, id };
    const after = edit.after && { ...edit.after, id };
    if (!sameSide(before, after)) edits.push({ row: edit.row, before, after });
  }
  return moved ? { ...step, edits } : step;
}

function hasId(reader: Reader | null, id: string): boolean {
  return reader === null || reader.id === id;
}

/** Camio's reader for each row number, and Camio's readers no row stands for, in Camio's order. */
function matchById(rows: Rows, remote: readonly Reader[]): { theirs: (Reader | undefined)[]; appended: Reader[] } {
  const open = new OpenRows(rows);
  const theirs: (Reader | undefined)[] = [];
  const appended: Reader[] = [];
  for (const reader of remote) {
    const row = open.take(reader.id);
    if (row === undefined) appended.push(reader);
    else theirs[row] = reader;
  }
  return { theirs, appended };
}

/** Row numbers by id, each given out once: rows Camio is known to hold first, in order, then rows only the draft has. */
class OpenRows {
  private readonly first = new Map<string, number>();
  private readonly more = new Map<string, number[]>();

  constructor(rows: Rows) {
    rows.forEach(({ base }, row) => {
      if (base) this.put(base.id, row);
    });
    rows.forEach(({ base, mine }, row) => {
      if (!base && mine) this.put(mine.id, row);
    });
    for (const queue of this.more.values()) queue.reverse();
  }

  take(id: string): number | undefined {
    const row = this.first.get(id);
    if (row === undefined) return undefined;
    const next = this.more.get(id)?.pop();
    if (next === undefined) this.first.delete(id);
    else this.first.set(id, next);
    return row;
  }

  private put(id: string, row: number): void {
    if (!this.first.has(id)) {
      this.first.set(id, row);
      return;
    }
    const queue = this.more.get(id);
    if (queue) queue.push(row);
    else this.more.set(id, [row]);
  }
}
