import './history.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useConnectionIfOpen } from '../window/current-connection.ts';
import { Activity } from './Activity.tsx';
import { NoConnection } from './NoConnection.tsx';
import { Snapshots } from './Snapshots.tsx';

/** Camio's earlier lists, to compare and to restore, and what was done with this app. */
export function HistoryPage() {
  const connection = useConnectionIfOpen();
  return (
    <div className="history">
      <PageHeader title="History" sub={connection ? connection.name : 'No connection open'} />
      {connection ? <Snapshots /> : <NoConnection />}
      <Activity />
    </div>
  );
}
