import {
  columnsOf,
  type ExportColumnKey,
  type ExportFormat,
  type ExportList,
  exportLists,
  formatsOf,
} from '../../core/export/export-choice.ts';

/** What the person chose to export, and how. `without`: columns that were taken out. */
export interface ExportChoice {
  readonly list: ExportList;
  readonly format: ExportFormat;
  readonly without: readonly ExportColumnKey[];
}

/** How many readers each list has; null where there is no such list now. */
export type ListSizes = Readonly<Record<ExportList, number | null>>;

let last: ExportChoice = { list: 'draft', format: 'csv', without: [] };

/** The last choice of this session, as far as it can be made now. */
export function lastChoice(sizes: ListSizes): ExportChoice {
  const list = sizes[last.list] ? last.list : (exportLists.find((each) => sizes[each]) ?? 'draft');
  return withList(last, list);
}

export function keepChoice(choice: ExportChoice): void {
  last = choice;
}

/** The choice for another list, in a format that the list can have. */
export function withList(choice: ExportChoice, list: ExportList): ExportChoice {
  const formats = formatsOf(list);
  return { ...choice, list, format: formats.includes(choice.format) ? choice.format : 'json' };
}

/** Takes a column out, or puts it back. */
export function toggleColumn(choice: ExportChoice, column: ExportColumnKey): ExportChoice {
  const without = choice.without.includes(column)
    ? choice.without.filter((each) => each !== column)
    : [...choice.without, column];
  return { ...choice, without };
}

export function chosenColumns({ list, without }: ExportChoice): ExportColumnKey[] {
  return columnsOf(list).filter((column) => !without.includes(column));
}

/** Whether columns can be chosen: JSON has all there is. */
export function hasColumns({ format }: ExportChoice): boolean {
  return format === 'csv' || format === 'csv semicolon' || format === 'xlsx';
}
