import { formatCount } from '../../core/text/amounts.ts';
import { ChangeTag } from '../ui/ChangeTag.tsx';
import { Tag } from '../ui/Tag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import type { PasteLine } from './paste-lines.ts';

/** The rows of the clipboard with what becomes of each. Rows that change nothing are not listed. */
export function PasteTable({ lines }: { readonly lines: readonly PasteLine[] }) {
  return (
    <VirtualTable
      label="Rows to paste"
      className="paste-table"
      rows={lines}
      rowKey={({ row }) => row}
      head={
        <>
          <th scope="col" className="paste-row">
            Row
          </th>
          <th scope="col" className="paste-kind">
            Change
          </th>
          <th scope="col" className="paste-id">
            ID
          </th>
          <th scope="col">New name</th>
          <th scope="col">Name now</th>
        </>
      }
      cells={(line) => (
        <>
          <td className="dim tabular">{formatCount(line.row)}</td>
          <td>
            <KindTag kind={line.kind} />
          </td>
          <td className="mono ellipsis" title={line.id}>
            {line.id}
          </td>
          {line.kind === 'left out' ? (
            <td colSpan={2} className="ellipsis" title={line.why}>
              {line.why}
            </td>
          ) : (
            <>
              <td className="ellipsis" title={line.name}>
                {line.name}
              </td>
              <td className="ellipsis" title={line.before}>
                {line.before}
              </td>
            </>
          )}
        </>
      )}
    />
  );
}

function KindTag({ kind }: Pick<PasteLine, 'kind'>) {
  if (kind === 'left out') return <Tag tone="warn">Left out</Tag>;
  if (kind === 'brought back') return <Tag tone="added">Brought back</Tag>;
  return <ChangeTag kind={kind} />;
}
