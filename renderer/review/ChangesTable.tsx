import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowRight } from 'lucide-react';
import { memo, useRef } from 'react';
import type { Change, ChangeKind } from '../../core/readers/change.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { Tag } from '../ui/Tag.tsx';

const rowHeight = 34;

interface ChangesTableProps {
  readonly changes: readonly Change[];
  /** Ids of the readers that Camio named when it refused the list. */
  readonly named: ReadonlySet<string>;
}

/** Every change of the draft. Only the rows in view are rendered, in a table that is moved to where they belong. */
export function ChangesTable({ changes, named }: ChangesTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const inView = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable from the keyboard
    <div className="changes" ref={scroller} tabIndex={0}>
      <div style={{ height: virtualizer.getTotalSize() + rowHeight }}>
        <table aria-label="Changes" aria-rowcount={changes.length + 1} style={{ marginTop: inView[0]?.start ?? 0 }}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="change-kind">
                Change
              </th>
              <th scope="col" className="change-id">
                ID
              </th>
              <th scope="col">In Camio</th>
              <th scope="col" className="change-after">
                Will be
              </th>
            </tr>
          </thead>
          <tbody>
            {inView.map(({ index }) => {
              const change = changes[index];
              if (!change) return null;
              const id = (change.mine ?? change.base)?.id ?? '';
              return <ChangeRow change={change} index={index} isNamed={named.has(id)} key={change.row} />;
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface ChangeRowProps {
  readonly change: Change;
  readonly index: number;
  readonly isNamed: boolean;
}

const ChangeRow = memo(function ChangeRow({ change, index, isNamed }: ChangeRowProps) {
  const { kind, base, mine } = change;
  const id = (mine ?? base)?.id ?? '';
  return (
    <tr className="change-row" data-named={isNamed || undefined} aria-rowindex={index + 2}>
      <td>
        <Tag tone={tones[kind]}>{tags[kind]}</Tag>
      </td>
      <td className="mono ellipsis" title={id}>
        {id}
      </td>
      <td className="ellipsis" title={base?.name}>
        <NameOf reader={base} />
      </td>
      <td className="ellipsis change-after" title={mine?.name}>
        <ArrowRight aria-hidden="true" />
        <NameOf reader={mine} />
        {isNamed ? <Tag tone="removed">Named by Camio</Tag> : null}
        {kind === 'changed' ? <span className="dim"> (other fields differ)</span> : null}
      </td>
    </tr>
  );
});

function NameOf({ reader }: { readonly reader: Reader | null }) {
  if (reader === null) return <span className="dim">not in the list</span>;
  return reader.name === '' ? <span className="dim">no name</span> : reader.name;
}

const tags: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  renamed: 'Renamed',
  changed: 'Changed',
  removed: 'Removed',
};

const tones = {
  added: 'added',
  renamed: 'renamed',
  changed: 'renamed',
  removed: 'removed',
} as const satisfies Record<ChangeKind, string>;
