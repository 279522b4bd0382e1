// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table do not allow
import { ArrowDown, ArrowUp } from 'lucide-react';
import { columns } from '../draft/columns.ts';
import type { Sort } from '../draft/sort-rows.ts';

interface GridHeadProps {
  readonly sort: Sort | null;
  readonly cursorColumn: number | null;
  /** Of the rows listed: how many are selected. */
  readonly selected: 'none' | 'some' | 'all';
}

/** The head of the grid; its cells sort, its checkbox selects every reader listed. The grid handles keys and clicks. */
export function GridHead({ sort, cursorColumn, selected }: GridHeadProps) {
  return (
    <div role="rowgroup" className="grid-head">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the keyboard moves from cell to cell, as in every ARIA grid */}
      <div role="row" className="reader-row head" aria-rowindex={1} data-index={-1}>
        {columns.map((column, place) => (
          <div
            key={column.key}
            role="columnheader"
            className={`cell ${column.key}`}
            aria-colindex={place + 1}
            aria-sort={column.sort ? sortOf(sort, column.sort) : undefined}
            aria-label={column.key === 'select' ? column.title : undefined}
            tabIndex={cursorColumn === place ? 0 : -1}
            data-column={place}
          >
            {column.key === 'select' ? (
              <input
                type="checkbox"
                tabIndex={-1}
                readOnly
                checked={selected === 'all'}
                ref={(box) => {
                  if (box) box.indeterminate = selected === 'some';
                }}
                aria-label="Select all readers shown"
              />
            ) : (
              column.title
            )}
            {column.sort && sort?.key === column.sort ? <SortMark direction={sort.direction} /> : null}
          </div>
        ))}
      </div>
    </div>
  );
}

function SortMark({ direction }: Pick<Sort, 'direction'>) {
  return direction === 'ascending' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />;
}

function sortOf(sort: Sort | null, key: Sort['key']): Sort['direction'] | 'none' {
  return sort?.key === key ? sort.direction : 'none';
}
