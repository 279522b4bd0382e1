import '../history/history.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Comparison } from '../../core/history/comparison.ts';
import { ComparisonTable } from '../history/ComparisonTable.tsx';
import { phraseComparison } from '../history/phrase-comparison.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { useConnection } from '../window/current-connection.ts';
import { lossComparisonQuery } from './loss-query.ts';

/** The list that was held beside the one Camio holds now, where every reader that went can be found. */
export function CompareHeldDialog({
  heldSince,
  onClose,
}: {
  readonly heldSince: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="What changed in Camio’s list" onClose={onClose} width="wide">
      <Face held={`Held until ${heldSince}`} />
      <div className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

function Face({ held }: { readonly held: string }): ReactNode {
  const { id } = useConnection();
  const { data, error, refetch, isFetching } = useQuery(lossComparisonQuery(id));
  const [filter, setFilter] = useState('');
  if (error) return <Failed failure={error} isInline onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!data) return <Loading text="Reading Camio’s list…" />;
  return (
    <>
      <p role="status">{phraseComparison(data.counts)}</p>
      {data.changes.length > 0 ? (
        <>
          <SearchBox label="Filter changes" value={filter} onChange={setFilter} />
          <ComparisonTable changes={matching(data.changes, filter)} from={held} to="In Camio now" />
        </>
      ) : null}
    </>
  );
}

/** The changes with the text in their ID or a name, in any case. */
function matching(changes: Comparison['changes'], filter: string): Comparison['changes'] {
  const text = filter.trim().toLowerCase();
  if (text === '') return changes;
  return changes.filter((change) =>
    [change.id, change.from, change.to].some((each) => each?.toLowerCase().includes(text)),
  );
}
