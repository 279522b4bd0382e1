import type { Row, Rows } from '../../core/readers/rows.ts';

/**
 * Where the readers of some rows of a draft are once main's draft was opened again, by row number; a reader that is not
 * there any more has no entry. Unsaved additions get other numbers when Camio's list brings readers in before them, so
 * readers are known by id, and where an id repeats by order, an addition never taken for a reader Camio holds.
 */
export function sameReaders(wanted: ReadonlySet<number>, from: Rows, to: Rows): ReadonlyMap<number, number> {
  const same = new Map<number, number>();
  if (wanted.size === 0) return same;
  const now = rowsByReader(to, new Set([...wanted].map((row) => keyOf(from.at(row)))));
  const seen = new Map<string, number>();
  from.forEach((row, number) => {
    const key = keyOf(row);
    const found = key === null ? undefined : now.get(key);
    if (key === null || (!found && !wanted.has(number))) return;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    if (!wanted.has(number)) return;
    // Nothing alike is left where Camio took in an addition, or lost a reader that the draft keeps: its row stays its own.
    const target = found?.[nth] ?? (idOf(to.at(number)) === idOf(row) ? number : undefined);
    if (target !== undefined) same.set(number, target);
  });
  return same;
}

function rowsByReader(rows: Rows, keys: ReadonlySet<string | null>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  rows.forEach((row, number) => {
    const key = keyOf(row);
    if (key === null || !keys.has(key)) return;
    const known = found.get(key);
    if (known) known.push(number);
    else found.set(key, [number]);
  });
  return found;
}

const idOf = (row: Row | undefined): string | undefined => (row?.base ?? row?.mine)?.id;

/** A reader of Camio's and an addition under the same id are two. Null for an addition that was taken back. */
function keyOf(row: Row | undefined): string | null {
  const id = idOf(row);
  if (id === undefined) return null;
  return row?.base ? `in Camio ${id}` : `added ${id}`;
}
