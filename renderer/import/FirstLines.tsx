import type { ImportTable, TableLine } from '../../core/import/import-table.ts';
import { columnLetter, columnTitles } from './column-title.ts';
import { hasHeaderLine } from './has-header-line.ts';
import { TextTable } from './TextTable.tsx';

interface FirstLinesProps {
  readonly table: ImportTable;
  readonly onChooseHeader: (line: number) => void;
}

/** The file's first lines as they are, or those around a header line that is further down. A click on a line makes it the header line, and another takes that back. */
export function FirstLines({ table, onChooseHeader }: FirstLinesProps) {
  const { firstLines, linesAroundHeader, readAs } = table;
  const isNamed = !hasHeaderLine(table);
  const isFurtherDown = linesAroundHeader.length > 0;
  const lines = isNamed ? table.preview : isFurtherDown ? linesAroundHeader : firstLines;
  const names = columnTitles(table);
  const width = Math.max(names.length, ...lines.map(({ cells }) => cells.length));
  const isHeader = ({ line }: TableLine) => !isNamed && line === readAs.headerLine;
  return (
    <TextTable
      label={isFurtherDown ? 'Lines around the header line' : 'First lines'}
      rows={lines}
      rowClassName={(line) => (isHeader(line) ? 'import-header-line' : undefined)}
      lead={{
        head: (
          <th scope="col" className="import-line">
            Line
          </th>
        ),
        cell: (line) => (
          <td className="import-line tabular">
            {isNamed ? (
              line.line
            ) : (
              // The keyboard has the choice *Header line* above, so it does not stop at every line.
              <button
                type="button"
                tabIndex={-1}
                aria-pressed={isHeader(line)}
                aria-label={`Line ${line.line} is the header line`}
                onClick={() => onChooseHeader(isHeader(line) ? 0 : line.line)}
              >
                {line.line}
              </button>
            )}
          </td>
        ),
      }}
      columns={Array.from({ length: width }, (_, place) => ({
        title: isNamed ? (names[place] ?? '') : columnLetter(place),
        width: 140,
        text: (line: TableLine) => line.cells[place] ?? '',
      }))}
    />
  );
}
