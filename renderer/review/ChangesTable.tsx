import { ArrowRight } from 'lucide-react';
import type { Change } from '../../core/readers/change.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ChangeTag } from '../ui/ChangeTag.tsx';
import { Tag } from '../ui/Tag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';

interface ChangesTableProps {
  readonly changes: readonly Change[];
  /** Ids of the readers that Camio named when it refused the list. */
  readonly named: ReadonlySet<string>;
}

/** Every change of the draft, what Camio holds beside what it will be. */
export function ChangesTable({ changes, named }: ChangesTableProps) {
  return (
    <VirtualTable
      label="Changes"
      className="changes"
      rows={changes}
      rowKey={({ row }) => row}
      rowClassName={(change) => (named.has(idOf(change)) ? 'named' : undefined)}
      head={
        <>
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
        </>
      }
      cells={(change) => <ChangeCells change={change} isNamed={named.has(idOf(change))} />}
    />
  );
}

function ChangeCells({ change, isNamed }: { readonly change: Change; readonly isNamed: boolean }) {
  const { kind, base, mine } = change;
  const id = idOf(change);
  return (
    <>
      <td>
        <ChangeTag kind={kind} />
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
    </>
  );
}

function NameOf({ reader }: { readonly reader: Reader | null }) {
  if (reader === null) return <span className="dim">not in the list</span>;
  return reader.name === '' ? <span className="dim">no name</span> : reader.name;
}

function idOf({ mine, base }: Change): string {
  return (mine ?? base)?.id ?? '';
}
