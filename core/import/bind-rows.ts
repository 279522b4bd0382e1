import type { CsvLine } from '../csv/parse-csv.ts';
import { boundText, joinsSeamlessly } from './bound-text.ts';
import { doubtfulName, type ProposedName } from './doubtful-name.ts';
import type { ImportMapping, ImportTarget } from './import-table.ts';
import { isMarker } from './marker.ts';

/** A row of the file as its columns are bound. A field that no column is bound to is null. */
export interface BoundRow {
  readonly line: number;
  /** '' where the file gives none. `isNamedById`: a camera that has none, under an id made of its name. */
  readonly id: string;
  readonly isNamedById?: boolean;
  /** The texts of its columns, where several are joined with nothing in between. */
  readonly idParts?: readonly string[];
  readonly name: string | null;
  /** What is doubtful about the name, and what it probably was. */
  readonly doubt?: ProposedName;
  readonly site: string | null;
  /** A reader's other fields as JSON; '' for none. */
  readonly otherFields: string;
}

interface BindOptions {
  readonly target: ImportTarget;
  /** An empty name is meant, as in our own exports; elsewhere an empty cell says nothing about the name. */
  readonly isExact: boolean;
  /** Rows with too many cells, as the file has them, by line. */
  readonly overlong?: ReadonlyMap<number, CsvLine>;
  /** What stands between cells of the file. */
  readonly delimiter?: string;
  /** Cells that a row should have. */
  readonly width?: number;
}

/** The rows as the mapping has them. */
export function bindRows(rows: readonly CsvLine[], mapping: ImportMapping, options: BindOptions): BoundRow[] {
  const { id, name, otherFields, site } = mapping;
  const { isExact, overlong } = options;
  const isSeamless = joinsSeamlessly(id);
  return rows.map((row) => {
    const long = overlong?.get(row.line);
    const rejoined = long ? rejoin(long, name.columns, options) : null;
    const { line, cells } = rejoined ?? row;
    const nameText = name.columns.length === 0 ? null : boundText(cells, name, 'name');
    const isPartial = id.columns.length > 1 && id.columns.some((column) => (cells[column] ?? '') === '');
    const idText = isPartial ? '' : boundText(cells, id, 'id');
    const doubt = isExact || nameText === null || nameText === '' ? null : doubtfulName(nameText);
    return {
      line,
      ...(isSeamless ? { idParts: id.columns.map((column) => cells[column] ?? '') } : {}),
      // Half an id would be another reader's.
      id: !isExact && isMarker(idText) ? '' : idText,
      name: nameText === '' && !isExact ? null : nameText,
      ...(rejoined ? { doubt: { doubt: 'too many cells', proposed: nameText ?? '' } } : doubt ? { doubt } : {}),
      site: site === null ? null : (cells[site] ?? ''),
      otherFields: otherFields === null ? '' : (cells[otherFields] ?? ''),
    };
  });
}

/** A row with too many cells where the name was cut at its delimiters, as it should be: the name has the surplus. */
function rejoin(
  long: CsvLine,
  nameColumns: readonly number[],
  { delimiter = ',', width = 0 }: BindOptions,
): CsvLine | null {
  const [column] = nameColumns;
  const surplus = long.cells.findLastIndex((cell) => cell.trim() !== '') + 1 - width;
  if (nameColumns.length !== 1 || column === undefined || surplus < 1) return null;
  const { cells } = long;
  const name = cells.slice(column, column + surplus + 1).join(delimiter);
  return {
    line: long.line,
    cells: [...cells.slice(0, column), name, ...cells.slice(column + surplus + 1)].map((cell) => cell.trim()),
  };
}
