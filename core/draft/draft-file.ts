import { countChanges, sameSide } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';
import { type Row, Rows } from '../readers/rows.ts';
import type { Draft, Step } from './draft.ts';
import { rowOn } from './rebase.ts';

/**
 * A draft as plain data: how it is kept on disk. Only the rows whose draft side differs from Camio's are written twice.
 */
export interface DraftFile {
  readonly version: 1;
  readonly seq: number;
  readonly baseReadAt: string | null;
  /** Absent in files of versions that did not know it: the base's length. */
  readonly longestSeen?: number;
  /** Camio's side of every row, in order. */
  readonly base: readonly (Reader | null)[];
  /** The draft's side of the rows where it differs. */
  readonly mine: readonly (readonly [row: number, reader: Reader | null])[];
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export function toDraftFile(draft: Draft): DraftFile {
  const base: (Reader | null)[] = [];
  const mine: [number, Reader | null][] = [];
  draft.rows.forEach((row, number) => {
    base.push(row.base);
    if (row.mine !== row.base) mine.push([number, row.mine]);
  });
  const { seq, baseReadAt, longestSeen, undo, redo } = draft;
  return { version: 1, seq, baseReadAt, longestSeen, base, mine, undo, redo };
}

export function fromDraftFile(file: DraftFile): Draft {
  const sides: Row[] = file.base.map((base) => ({ base, mine: base }));
  for (const [number, reader] of file.mine) sides[number] = rowOn(sides[number]?.base ?? null, reader);
  const rows = Rows.from(sides);
  const { seq, baseReadAt, longestSeen = file.base.filter((reader) => reader !== null).length } = file;
  const undo = sharing(file.undo, rows);
  const redo = sharing(file.redo, rows);
  return { seq, baseReadAt, longestSeen, rows, counts: countChanges(rows), undo, redo };
}

/** Steps that speak of the very readers of the rows where they are the same: they are kept and sent to the window once. */
function sharing(steps: readonly Step[], rows: Rows): Step[] {
  return steps.map(({ action, edits }) => ({
    action,
    edits: edits.map(({ row, before, after }) => {
      const sides = rows.at(row);
      return { row, before: shared(before, sides), after: shared(after, sides) };
    }),
  }));
}

function shared(reader: Reader | null, sides: Row | undefined): Reader | null {
  if (!sides) return reader;
  if (sameSide(reader, sides.mine)) return sides.mine;
  return sameSide(reader, sides.base) ? sides.base : reader;
}
