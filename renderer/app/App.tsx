import { useQuery } from '@tanstack/react-query';
import { connectionsQuery } from '../connections/queries.ts';
import { appInfoQuery } from '../ipc/queries.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Shell } from './Shell.tsx';

/** The whole window: what main knows is asked for first, then the shell takes over. */
export function App() {
  const info = useQuery(appInfoQuery);
  const connections = useQuery(connectionsQuery);

  const failure = info.error ?? (connections.data ? null : connections.error);
  if (failure) {
    const retry = () => {
      void info.refetch();
      void connections.refetch();
    };
    return (
      <main className="page">
        <h1 className="visually-hidden">Reader Desk</h1>
        <Failed failure={failure} onRetry={retry} isRetrying={info.isFetching || connections.isFetching} />
      </main>
    );
  }
  if (!info.data || !connections.data) return <Loading text="Opening Reader Desk…" />;
  return <Shell info={info.data} connections={connections.data} />;
}
