import type { Snapshot } from '../../core/history/snapshot.ts';
import { phraseCounts } from '../../core/readers/phrase-counts.ts';
import { exhaustive } from '../../core/result.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { reasonText, snapshotName } from './phrase-snapshot.ts';
import { useRestore } from './use-restore.ts';

interface SnapshotsTableProps {
  /** Newest first. */
  readonly snapshots: readonly Snapshot[];
  readonly onCompare: (snapshot: Snapshot) => void;
}

/** One line per snapshot, with what can be done with it. */
export function SnapshotsTable({ snapshots, onCompare }: SnapshotsTableProps) {
  const { restore, restoring, offReason } = useRestore();
  return (
    <VirtualTable
      label="Snapshots"
      className="snapshots-table"
      rows={snapshots}
      rowKey={({ id }) => id}
      head={
        <>
          <th scope="col" className="snapshot-time">
            Time
          </th>
          <th scope="col" className="snapshot-reason">
            Reason
          </th>
          <th scope="col" className="snapshot-readers">
            Readers
          </th>
          <th scope="col">Changes</th>
          <th scope="col" className="snapshot-actions">
            <span className="visually-hidden">Actions</span>
          </th>
        </>
      }
      cells={(snapshot) => (
        <>
          <td className="tabular ellipsis" title={snapshot.readAt}>
            <time dateTime={snapshot.readAt}>{snapshotName(snapshot)}</time>
          </td>
          {snapshot.kind !== 'whole' ? (
            <UnusableSnapshot snapshot={snapshot} />
          ) : (
            <>
              <SnapshotFacts snapshot={snapshot} />
              <td className="snapshot-buttons">
                <Button variant="quiet" onPress={() => onCompare(snapshot)}>
                  Compare
                </Button>
                <Button
                  variant="quiet"
                  onPress={() => restore(snapshot)}
                  isBusy={restoring === snapshot.id}
                  disabledReason={offReason}
                >
                  Restore to draft
                </Button>
              </td>
            </>
          )}
        </>
      )}
    />
  );
}

function SnapshotFacts({ snapshot }: { readonly snapshot: Extract<Snapshot, { kind: 'whole' }> }) {
  const changes = snapshot.changes ? phraseCounts(snapshot.changes) : 'nothing to compare it with';
  return (
    <>
      <td className="ellipsis">{reasonText(snapshot.reason)}</td>
      <td className="tabular snapshot-readers">{formatCount(snapshot.readers)}</td>
      <td className={snapshot.changes ? 'ellipsis' : 'ellipsis dim'} title={`Against the snapshot before: ${changes}`}>
        {changes}
      </td>
    </>
  );
}

type Unusable = Exclude<Snapshot, { kind: 'whole' }>;

/** Why a snapshot can be neither compared nor restored. */
function UnusableSnapshot({ snapshot }: { readonly snapshot: Unusable }) {
  const { name, text } = unusable(snapshot);
  return (
    <td colSpan={4} className="ellipsis" title={text}>
      <Tag tone="removed">{name}</Tag> {text}
    </td>
  );
}

function unusable(snapshot: Unusable): { readonly name: string; readonly text: string } {
  switch (snapshot.kind) {
    case 'damaged':
      return {
        name: 'Damaged',
        text: 'Its file was changed or cut short, so it cannot be compared or restored.',
      };
    case 'newer':
      return {
        name: 'Newer version',
        text: 'A newer version of Reader Desk wrote it. Open it with that version.',
      };
    case 'unreadable':
      return { name: 'Cannot be read', text: snapshot.reason };
    default:
      return exhaustive(snapshot);
  }
}
