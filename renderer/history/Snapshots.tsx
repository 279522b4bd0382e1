import { useMutation, useQuery } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Snapshot } from '../../core/history/snapshot.ts';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { afterAct, checkedSnapshotsQuery, snapshotsQuery } from './queries.ts';
import { SnapshotsTable } from './SnapshotsTable.tsx';

/** The open connection's snapshots. */
export function Snapshots() {
  const { id: connectionId } = useConnection();
  const offline = useOfflineReason();
  const taking = useMutation({
    mutationFn: () => unwrap(ipc.history.take({ connectionId })),
    onSuccess: ({ readers }) => toast.news(`Snapshot of Camio’s list taken: ${counted(readers, 'reader')}.`),
    onError: (failure) => toast.failure(failure),
    onSettled: afterAct,
  });
  return (
    <section className="history-section" aria-labelledby="snapshots-title">
      <header className="history-head">
        <h2 id="snapshots-title">Snapshots</h2>
        <p className="dim ellipsis">Camio’s list as it was before each push</p>
        <Button
          icon={<Camera aria-hidden="true" />}
          isBusy={taking.isPending}
          onPress={() => taking.mutate()}
          disabledReason={offline}
          tooltip="Read Camio’s list now and keep it"
        >
          Take snapshot
        </Button>
      </header>
      <SnapshotsFace />
    </section>
  );
}

function SnapshotsFace(): ReactNode {
  const { id } = useConnection();
  const { data: listed, error, refetch, isFetching } = useQuery(snapshotsQuery(id));
  // The rows are there at once; what checking the files finds shows as soon as it is known.
  const { data: checked = [] } = useQuery({ ...checkedSnapshotsQuery(id), enabled: listed !== undefined });
  const snapshots = listed?.map((snapshot) => checked.find((known) => known.id === snapshot.id) ?? snapshot);
  const [compared, setCompared] = useState<Snapshot | null>(null);
  if (error) return <Failed failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!snapshots) return <Loading text="Loading the snapshots…" />;
  if (snapshots.length === 0) {
    return (
      <EmptyState icon={<Camera aria-hidden="true" />} title="No snapshots yet">
        Camio’s list is kept before every push. Press Take snapshot to keep it now.
      </EmptyState>
    );
  }
  return (
    <>
      <SnapshotsTable snapshots={snapshots} onCompare={setCompared} />
      {compared ? <CompareDialog snapshot={compared} snapshots={snapshots} onClose={() => setCompared(null)} /> : null}
    </>
  );
}
