import { useMemo } from 'react';
import type { MergedByItself, MergeOrigin } from '../../core/draft/merge-lists.ts';
import { rowChange } from '../../core/readers/change.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ChangeTag } from '../ui/ChangeTag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { phraseOrigin } from './phrase-merge.ts';

/** What was merged without asking, somebody else's changes first. */
export function MergedTable({ byItself }: { readonly byItself: readonly MergedByItself[] }) {
  const rows = useMemo(
    () =>
      byItself
        .toSorted((a, b) => order.indexOf(a.origin) - order.indexOf(b.origin))
        .map((merged, place) => ({ ...merged, place })),
    [byItself],
  );
  return (
    <VirtualTable
      label="Merged by itself"
      className="merged-table"
      rows={rows}
      rowKey={({ place }) => place}
      head={
        <>
          <th scope="col" className="merged-kind">
            Change
          </th>
          <th scope="col" className="merged-id">
            ID
          </th>
          <th scope="col">When you started</th>
          <th scope="col">Merged</th>
          <th scope="col" className="merged-origin">
            From
          </th>
        </>
      }
      cells={({ origin, base, merged, removal }) => (
        <>
          <td>
            <ChangeTag kind={rowChange({ base, mine: merged })} />
          </td>
          <td className="mono ellipsis" title={(base ?? merged)?.id}>
            {(base ?? merged)?.id}
          </td>
          <NameCell reader={base} />
          <NameCell reader={merged} />
          <OriginCell text={phraseOrigin({ origin, ...(removal ? { removal } : {}) })} />
        </>
      )}
    />
  );
}

const order: readonly MergeOrigin[] = ['theirs', 'both', 'mine'];

function OriginCell({ text }: { readonly text: string }) {
  return (
    <td className="ellipsis" title={text}>
      {text}
    </td>
  );
}

function NameCell({ reader }: { readonly reader: Reader | null }) {
  if (reader === null || reader.name === '') {
    return <td className="dim">{reader === null ? 'not in the list' : 'no name'}</td>;
  }
  return (
    <td className="ellipsis" title={reader.name}>
      {reader.name}
    </td>
  );
}
