import type { ListChange } from '../../core/history/comparison.ts';
import { ChangeTag } from '../ui/ChangeTag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';

interface ComparisonTableProps {
  readonly changes: readonly ListChange[];
  /** What the two lists are, as column titles. */
  readonly from: string;
  readonly to: string;
}

/** Every reader that is not the same in two lists. */
export function ComparisonTable({ changes, from, to }: ComparisonTableProps) {
  return (
    <VirtualTable
      label="Differences"
      className="comparison-table"
      // An id can be in a list twice, so the place in the list is what tells rows apart.
      rows={changes.map((change, place) => ({ ...change, place }))}
      rowKey={({ place }) => place}
      head={
        <>
          <th scope="col" className="comparison-kind">
            Change
          </th>
          <th scope="col" className="comparison-id">
            ID
          </th>
          <th scope="col" className="ellipsis" title={from}>
            {from}
          </th>
          <th scope="col" className="ellipsis" title={to}>
            {to}
          </th>
        </>
      }
      cells={(change) => (
        <>
          <td>
            <ChangeTag kind={change.kind} />
          </td>
          <td className="mono ellipsis" title={change.id}>
            {change.id}
          </td>
          <NameCell name={change.from} />
          <NameCell name={change.to} />
        </>
      )}
    />
  );
}

function NameCell({ name }: { readonly name: string | null }) {
  if (name === null || name === '') return <td className="dim">{name === null ? 'not in the list' : 'no name'}</td>;
  return (
    <td className="ellipsis" title={name}>
      {name}
    </td>
  );
}
