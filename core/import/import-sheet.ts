import type { CsvLine } from '../csv/parse-csv.ts';
import type { ReadNote } from './import-table.ts';

/** A file's cells before anybody asked what they mean. */
export interface ImportSheet {
  readonly lines: readonly CsvLine[];
  /** The columns' names where the format has them apart from the lines, as JSON does. */
  readonly names: readonly string[] | null;
  /** Whether lines have different numbers of cells by mistake only, as in text. */
  readonly isText: boolean;
  readonly notes: readonly ReadNote[];
}
