/** The rows chosen for the next action, by number or by id, and the row from which a range is drawn. */
export interface Selection<Key = number> {
  readonly rows: ReadonlySet<Key>;
  readonly anchor: Key | null;
}

export const nothingSelected: Selection<never> = { rows: new Set<never>(), anchor: null };

/** Adds the row, or takes it out; the next range is drawn from it. */
export function toggleRow<Key>({ rows }: Selection<Key>, row: Key): Selection<Key> {
  const next = new Set(rows);
  if (!next.delete(row)) next.add(row);
  return { rows: next, anchor: row };
}

/** The rows from the anchor (or `from`, where there is none) to `to`, in the order listed, instead of what was selected. */
export function selectRange<Key>(
  { anchor }: Selection<Key>,
  order: readonly Key[],
  from: Key,
  to: Key,
): Selection<Key> {
  const start = anchor !== null && order.includes(anchor) ? anchor : from;
  const [first, last] = [order.indexOf(start), order.indexOf(to)].sort((a, b) => a - b);
  if (first === undefined || last === undefined || first < 0) return { rows: new Set([to]), anchor: to };
  return { rows: new Set(order.slice(first, last + 1)), anchor: start };
}

export function selectAll<Key>(order: readonly Key[]): Selection<Key> {
  return { rows: new Set(order), anchor: order[0] ?? null };
}

/** Without the rows that are not listed any more: nothing unseen is ever acted on. */
export function keepListed<Key>(selection: Selection<Key>, order: readonly Key[]): Selection<Key> {
  if (selection.rows.size === 0) return selection;
  const rows = new Set(order.filter((row) => selection.rows.has(row)));
  return rows.size === selection.rows.size ? selection : { ...selection, rows };
}
