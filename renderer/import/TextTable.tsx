import type { ReactNode } from 'react';
import { VirtualTable } from '../ui/VirtualTable.tsx';

/** A column of texts. `width` as in CSS; columns without one share what is left. */
export interface TextColumn<Row> {
  readonly title: string;
  readonly width?: number | string;
  readonly isMono?: boolean;
  readonly text: (row: Row) => string;
  /** Stands in for an empty text. */
  readonly empty?: string;
}

interface TextTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TextColumn<Row>[];
  /** A cell before the others, with its head. */
  readonly lead?: { readonly head: ReactNode; readonly cell: (row: Row) => ReactNode };
  readonly rowClassName?: (row: Row) => string | undefined;
}

/** A table of plain texts, one line each; the whole text is in the cell's title. */
export function TextTable<Row>({ label, rows, columns, lead, rowClassName }: TextTableProps<Row>) {
  return (
    <VirtualTable
      label={label}
      className="import-table"
      rows={rows.map((row, place) => ({ row, place }))}
      rowKey={({ place }) => place}
      {...(rowClassName ? { rowClassName: ({ row }: { readonly row: Row }) => rowClassName(row) } : {})}
      head={
        <>
          {lead?.head}
          {columns.map(({ title, width }, place) => (
            // Columns may share a title, and stay where they are.
            <th key={place} scope="col" className="ellipsis" title={title} style={{ width }}>
              {title}
            </th>
          ))}
        </>
      }
      cells={({ row }) => (
        <>
          {lead?.cell(row)}
          {columns.map((column, place) => (
            <TextCell key={place} text={column.text(row)} column={column} />
          ))}
        </>
      )}
    />
  );
}

/** What a cell shows of its text: whoever has a novel in a cell is shown how it begins. */
const shownCharacters = 300;

function TextCell({
  text,
  column,
}: {
  readonly text: string;
  readonly column: Pick<TextColumn<never>, 'isMono' | 'empty'>;
}) {
  if (text === '') return <td className="dim">{column.empty}</td>;
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  return (
    <td className={column.isMono ? 'mono ellipsis' : 'ellipsis'} title={shown}>
      {shown}
    </td>
  );
}
