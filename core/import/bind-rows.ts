import type { CsvLine } from '../csv/parse-csv.ts';
import { boundText, joinsSeamlessly } from './bound-text.ts';
import type { ImportMapping, ImportTarget } from './import-table.ts';

/** A row of the file as its columns are bound. A field that no column is bound to is null. */
export interface BoundRow {
  readonly line: number;
  readonly id: string;
  /** The texts of its columns, where several are joined with nothing in between. */
  readonly idParts?: readonly string[];
  readonly name: string | null;
  readonly site: string | null;
  /** A reader's other fields as JSON; '' for none. */
  readonly otherFields: string;
}

/**
 * The rows as the mapping has them. `isExact`: an empty name is meant, as in our own exports; elsewhere an empty cell says
 * nothing about the name. A camera without an id of its own goes by its name.
 */
export function bindRows(
  rows: readonly CsvLine[],
  mapping: ImportMapping,
  { target, isExact }: { readonly target: ImportTarget; readonly isExact: boolean },
): BoundRow[] {
  const { id, name, otherFields, site } = mapping;
  const goesByName = target === 'cameras' && id.columns.length === 0;
  const isSeamless = joinsSeamlessly(id);
  return rows.map(({ line, cells }) => {
    const nameText = name.columns.length === 0 ? null : boundText(cells, name, 'name');
    const isPartial = id.columns.length > 1 && id.columns.some((column) => (cells[column] ?? '') === '');
    return {
      line,
      ...(isSeamless ? { idParts: id.columns.map((column) => cells[column] ?? '') } : {}),
      // Half an id would be another reader's.
      id: goesByName ? (nameText ?? '') : isPartial ? '' : boundText(cells, id, 'id'),
      name: nameText === '' && !isExact ? null : nameText,
      site: site === null ? null : (cells[site] ?? ''),
      otherFields: otherFields === null ? '' : (cells[otherFields] ?? ''),
    };
  });
}
