import { queryOptions } from '@tanstack/react-query';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';

/** Every connection. Whoever changes one invalidates it by `refreshConnections`; edits of a draft change it too. */
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => unwrap(ipc.connections.list()),
});

/** Reads the connections anew, after one was changed. */
export const refreshConnections = (): Promise<void> => queryClient.invalidateQueries(connectionsQuery);

/** Starts the practice account where it is not running, and answers the connection to it. */
export async function startPractice(): Promise<ConnectionView> {
  const practice = await unwrap(ipc.connections.openPractice());
  await refreshConnections();
  return practice;
}

/** Makes a connection ready for calls: the practice account runs only once it is asked for. */
export async function makeReady({ id, kind }: ConnectionView): Promise<string> {
  if (kind === 'practice') await startPractice();
  return id;
}

/** The practice account and what it received. Read anew at every request it receives (PracticePanel). */
export const practiceQuery = queryOptions({
  queryKey: ['practice'],
  queryFn: () => unwrap(ipc.practice.status()),
});
