import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

interface VirtualTableProps<Row> {
  readonly label: string;
  /** A class with columns' widths; the table's frame scrolls and takes the height it is given. */
  readonly className: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** The header's cells. */
  readonly head: ReactNode;
  /** One row's cells. None may be higher than the row. */
  readonly cells: (row: Row) => ReactNode;
  /** In CSS pixels; one line where it is not given. */
  readonly rowHeight?: number;
  readonly rowClassName?: (row: Row) => string | undefined;
  /** How many rows there are where `rows` has only the first of them. */
  readonly total?: number;
  /** The last of `rows` has come into view. */
  readonly onEnd?: () => void;
}

const headHeight = 34;

/** A long table. Only the rows in view are rendered, in a table that is moved to where they belong. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, className, rows, rowKey, head, cells, rowHeight = headHeight, rowClassName, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    onChange: (scrolled) => {
      if (scrolled.getVirtualItems().at(-1)?.index === rows.length - 1) onEnd?.();
    },
  });
  const inView = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable from the keyboard
    <div className={`table-frame ${className}`} ref={scroller} tabIndex={0}>
      <div style={{ height: virtualizer.getTotalSize() + headHeight }}>
        <table
          aria-label={label}
          aria-rowcount={(props.total ?? rows.length) + 1}
          style={{ marginTop: inView[0]?.start ?? 0 }}
        >
          <thead>
            <tr aria-rowindex={1}>{head}</tr>
          </thead>
          <tbody>
            {inView.map(({ index }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <tr key={rowKey(row)} aria-rowindex={index + 2} className={rowClassName?.(row)}>
                  {cells(row)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
