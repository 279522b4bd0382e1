import type { SortKey } from './sort-rows.ts';

export type ColumnKey = 'select' | 'id' | 'name' | 'change' | 'check';

interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  readonly sort: SortKey | null;
}

/** The grid's columns from left to right. A column's place here is its place for the keyboard and for ARIA. */
export const columns: readonly Column[] = [
  { key: 'select', title: 'Select', sort: null },
  { key: 'id', title: 'ID', sort: 'id' },
  { key: 'name', title: 'Name', sort: 'name' },
  { key: 'change', title: 'Change', sort: 'change' },
  { key: 'check', title: 'Check', sort: null },
];

export const nameColumn = columns.findIndex(({ key }) => key === 'name');
