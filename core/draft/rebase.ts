import { sameSide } from '../readers/change.ts';
import { matchById } from '../readers/match-by-id.ts';
import type { Reader } from '../readers/reader.ts';
import { type Row, Rows } from '../readers/rows.ts';
import type { RowEdit, Step } from './draft-action.ts';

/**
 * The rows on a new base. Rows the person has not touched follow Camio; the person's changes stay; readers Camio has
 * beyond those come last. `formerIds` gives the ids that empty rows had. The same `Rows` where nothing moved.
 */
export function rebaseRows(rows: Rows, remote: readonly Reader[], formerIds?: () => ReadonlyMap<number, string>): Rows {
  const { theirs, appended } = matchById(rows, remote, formerIds);
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
 * `acceptRows` where of what was sent only the list is known, as after a restart. A reader that no row stands for any more
 * was taken out since then.
 */
export function acceptReaders(rows: Rows, sent: readonly Reader[]): Rows {
  // The list was made of the draft's own sides, so these find their readers first; only then come removed rows.
  const { theirs, appended } = matchById(
    Rows.from([...rows].map(({ base, mine }) => ({ base: mine, mine: base }))),
    sent,
  );
  const sides = Array.from({ length: rows.length }, (_, number) => ({ base: null, mine: theirs[number] ?? null }));
  const removed = appended.map((reader) => ({ base: reader, mine: null }));
  return Rows.from([...acceptRows(rows, Rows.from(sides)), ...removed]);
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

/**
 * The undo history once somebody else's list is the base: where a step speaks of a reader as Camio had it (`before`), it
 * speaks of it as Camio has it now. Otherwise undoing one's own rename would take back theirs, and undoing one's own
 * addition would remove the reader they added under the same id.
 */
export function followSteps(steps: readonly Step[], before: Rows, now: Rows): readonly Step[] {
  const followed: Step[] = [];
  for (const step of steps) {
    const edits: RowEdit[] = [];
    for (const edit of step.edits) {
      const was = before.at(edit.row)?.base ?? null;
      const is = now.at(edit.row)?.base ?? null;
      const follow = (side: Reader | null) => (sameSide(side, was) ? is : side);
      const next = was === is ? edit : { row: edit.row, before: follow(edit.before), after: follow(edit.after) };
      if (!sameSide(next.before, next.after)) edits.push(next);
    }
    if (edits.length > 0) followed.push({ ...step, edits });
  }
  return followed;
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
