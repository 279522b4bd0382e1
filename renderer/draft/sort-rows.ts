import { type ChangeKind, rowChange } from '../../core/readers/change.ts';
import type { Row, Rows } from '../../core/readers/rows.ts';

export type SortKey = 'id' | 'name' | 'change';

export interface Sort {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
}

/** The sort after one more click on a column: ascending, descending, then the list's own order. */
export function nextSort(sort: Sort | null, key: SortKey): Sort | null {
  if (sort?.key !== key) return { key, direction: 'ascending' };
  return sort.direction === 'ascending' ? { key, direction: 'descending' } : null;
}

const natural = new Intl.Collator(undefined, { numeric: true });

/** What wants attention comes first. */
const changeOrder: Readonly<Record<ChangeKind | 'unchanged', number>> = {
  added: 0,
  renamed: 1,
  changed: 2,
  removed: 3,
  unchanged: 4,
};

/** Row numbers in the order of the sort: `Gate 2` before `Gate 10`, equal rows in the list's order. */
export function sortRows(rows: Rows, numbers: readonly number[], { key, direction }: Sort): number[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = numbers.slice();
  if (key === 'change') {
    const places = keysOf(rows, numbers, (row) => changeOrder[rowChange(row) ?? 'unchanged']);
    return sorted.sort((a, b) => sign * ((places[a] ?? 0) - (places[b] ?? 0)) || a - b);
  }
  const texts = keysOf(rows, numbers, (row) => shown(row)?.[key] ?? '');
  return sorted.sort((a, b) => sign * natural.compare(texts[a] ?? '', texts[b] ?? '') || a - b);
}

/** The reader a row shows: the draft's, or Camio's where the draft removed it. */
export function shown({ base, mine }: Row) {
  return mine ?? base;
}

/** The sort key of each row, by row number. */
function keysOf<T>(rows: Rows, numbers: readonly number[], keyOf: (row: Row) => T): T[] {
  const keys: T[] = [];
  for (const number of numbers) {
    const row = rows.at(number);
    if (row) keys[number] = keyOf(row);
  }
  return keys;
}
