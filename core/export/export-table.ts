import { stringifyLossless } from '../camio/lossless.ts';
import { exportColumns } from './csv.ts';
import type { ExportColumnKey } from './export-choice.ts';
import type { ExportRow } from './export-rows.ts';

/** Readers as a table of texts: the header, and a line for each reader. */
export interface ExportTable {
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

interface Column {
  readonly title: string;
  readonly cell: (row: ExportRow) => string;
}

const columns: Readonly<Record<ExportColumnKey, Column>> = {
  change: { title: exportColumns.change, cell: ({ change }) => change },
  id: { title: exportColumns.id, cell: ({ reader }) => reader.id },
  name: { title: exportColumns.name, cell: ({ reader }) => reader.name },
  'name in Camio': { title: exportColumns.nameInCamio, cell: ({ nameInCamio }) => nameInCamio ?? '' },
  'other fields': {
    title: exportColumns.extra,
    cell: ({ reader }) => (reader.extra === undefined ? '' : stringifyLossless(reader.extra)),
  },
};

/** The chosen columns of the readers. Other fields are JSON, and a column only where a reader has any. */
export function exportTable(rows: readonly ExportRow[], chosen: readonly ExportColumnKey[]): ExportTable {
  const [header = [], ...lines] = exportLines(rows, chosen);
  return { header, lines };
}

/** The same line by line, the header first. */
export function* exportLines(
  rows: readonly ExportRow[],
  chosen: readonly ExportColumnKey[],
): Generator<readonly string[]> {
  const shown = chosen.filter((key) => key !== 'other fields' || rows.some(hasOtherFields)).map((key) => columns[key]);
  yield shown.map(({ title }) => title);
  for (const row of rows) yield shown.map(({ cell }) => cell(row));
}

function hasOtherFields({ reader: { extra } }: ExportRow): boolean {
  return extra !== undefined && Object.keys(extra).length > 0;
}
