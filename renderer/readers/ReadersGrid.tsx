// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table do not allow
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { Rows } from '../../core/readers/rows.ts';
import { columns } from '../draft/columns.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { showCursorCell, useGridFocus } from '../grid/use-grid-focus.ts';
import { GridHead } from './GridHead.tsx';
import { ReaderRow } from './ReaderRow.tsx';
import { useGridInput } from './use-grid-input.ts';

/** `--row` of tokens.css, of the head too. */
const rowPx = 34;

/** The readers as an ARIA grid. Only rows in sight are rendered, and each only when something of its own changes. */
export function ReadersGrid({ grid }: { readonly grid: RefObject<HTMLDivElement | null> }) {
  const { list, actions } = useReaderList();
  const { order, sort, selection, cursor, moves, editing } = useSyncExternalStore(list.subscribe, list.state);
  const rows = useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty));
  const scroller = useRef<HTMLDivElement>(null);

  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => order[index] ?? index,
    overscan: 10,
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
    // The row with the keyboard is always there, however far it is scrolled away: focus is never lost.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return cursor.index < 0 || inSight.includes(cursor.index) ? inSight : [...inSight, cursor.index];
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the keyboard scrolls
  useEffect(() => {
    if (cursor.index >= 0) virtualizer.scrollToIndex(cursor.index);
    else virtualizer.scrollToOffset(0);
    showCursorCell(grid.current);
  }, [moves]);

  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
  const input = useGridInput(list, actions, pageRows);
  const focus = useGridFocus(grid, editing !== null);
  const selected = selection.rows.size === 0 ? 'none' : selection.rows.size === order.length ? 'all' : 'some';

  return (
    <div ref={scroller} className="readers-scroll">
      <div
        ref={grid}
        role="grid"
        aria-label="Readers"
        aria-rowcount={order.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        {...input}
        {...focus}
        onFocus={(event) => {
          focus.onFocus();
          input.onFocus(event);
        }}
      >
        <GridHead sort={sort} cursorColumn={cursor.index < 0 ? cursor.column : null} selected={selected} />
        <div role="rowgroup" className="grid-body" style={{ height: order.length * rowPx }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const number = order[index];
            const row = number === undefined ? undefined : rows.at(number);
            if (number === undefined || !row) return null;
            return (
              <ReaderRow
                key={key}
                number={number}
                index={index}
                topPx={start - rowPx}
                row={row}
                issues={list.issuesOf(number)}
                isSelected={selection.rows.has(number)}
                cursorColumn={cursor.index === index ? cursor.column : null}
                editing={editing?.row === number ? editing : null}
                list={list}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
