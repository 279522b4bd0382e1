import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Snapshot } from '../../core/history/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Select } from '../ui/Select.tsx';
import { useConnection } from '../window/current-connection.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { phraseComparison } from './phrase-comparison.ts';
import { snapshotName } from './phrase-snapshot.ts';
import { comparisonQuery } from './queries.ts';

interface CompareDialogProps {
  readonly snapshot: Snapshot;
  /** All there are, newest first. */
  readonly snapshots: readonly Snapshot[];
  readonly onClose: () => void;
}

/** What is different between a snapshot and the draft, or another snapshot, from the older to the newer. */
export function CompareDialog({ snapshot, snapshots, onClose }: CompareDialogProps) {
  const [chosen, setChosen] = useState('draft');
  const others = snapshots.filter(({ id, kind }) => kind === 'whole' && id !== snapshot.id);
  const other = others.find(({ id }) => id === chosen) ?? null;
  const isNewer = other === null || other.id > snapshot.id;
  const [from, to] = isNewer ? [snapshot, other] : [other, snapshot];
  return (
    <Dialog title={`Snapshot of ${snapshotName(snapshot)}`} onClose={onClose} width="wide">
      <Select
        label="Compare with"
        value={chosen}
        choices={[
          { value: 'draft', label: 'The draft' },
          ...others.map((each) => ({ value: each.id, label: `The snapshot of ${snapshotName(each)}` })),
        ]}
        onChange={setChosen}
      />
      <ComparisonFace from={from} to={to} />
      <div className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

interface ComparisonFaceProps {
  readonly from: Snapshot;
  /** Null: the draft. */
  readonly to: Snapshot | null;
}

function ComparisonFace({ from, to }: ComparisonFaceProps): ReactNode {
  const { id } = useConnection();
  const { data, error, refetch, isFetching } = useQuery(comparisonQuery(id, from.id, to?.id ?? 'draft'));
  if (error) return <Failed failure={error} isInline onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!data) return <Loading text="Comparing…" />;
  return (
    <>
      <p role="status">{phraseComparison(data.counts)}</p>
      {data.changes.length > 0 ? (
        <ComparisonTable changes={data.changes} from={snapshotName(from)} to={to ? snapshotName(to) : 'Draft'} />
      ) : null}
    </>
  );
}
