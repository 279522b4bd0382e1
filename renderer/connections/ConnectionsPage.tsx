import './connections.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useOpenConnection } from '../window/navigation.ts';
import { ConnectionCard } from './ConnectionCard.tsx';
import { LaterConnectionDialog } from './LaterConnectionDialog.tsx';
import { connectionsQuery, startPractice } from './queries.ts';

/** Every Camio account Reader Desk knows, and the practice account. */
export function ConnectionsPage() {
  const connections = useQuery(connectionsQuery);
  const [isAdding, setAdding] = useState(false);
  const open = useOpenConnection();
  const practice = useMutation({ mutationFn: startPractice, onSuccess: ({ id }) => open(id) });

  const actions = (
    <>
      <Button onPress={() => practice.mutate()} isBusy={practice.isPending}>
        Try the practice account
      </Button>
      <Button variant="primary" icon={<Plus aria-hidden="true" />} onPress={() => setAdding(true)}>
        Add connection
      </Button>
    </>
  );

  if (connections.error && !connections.data) {
    return (
      <>
        <PageHeader title="Connections" />
        <Failed
          failure={connections.error}
          onRetry={() => void connections.refetch()}
          isRetrying={connections.isFetching}
        />
      </>
    );
  }
  const list = connections.data;
  const isEmpty = list?.length === 0;
  return (
    <>
      <PageHeader title="Connections" actions={list && !isEmpty ? actions : null} />
      {practice.error ? <Failed failure={practice.error} /> : null}
      {list ? null : <Loading />}
      {isEmpty ? (
        <EmptyState icon={<Plug aria-hidden="true" />} title="No connection yet" actions={actions}>
          <p>
            Add a connection with the token from Camio’s settings page, or try everything first with the practice
            account: a built-in Camio on this computer that controls no real door.
          </p>
        </EmptyState>
      ) : null}
      {list && !isEmpty ? (
        <ul className="connections">
          {list.map((connection) => (
            <li key={connection.id}>
              <ConnectionCard connection={connection} connections={list} />
            </li>
          ))}
        </ul>
      ) : null}
      {isAdding ? (
        <LaterConnectionDialog edited={null} connections={list ?? []} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}
