import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';

/** What Camio's list of this connection lost, or null. Main tells every change from then on. */
export const lossQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['list loss', connectionId],
    queryFn: () => unwrap(ipc.loss.state({ connectionId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The list that was held against the one Camio holds now, read each time it is looked at. */
export const lossComparisonQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['list loss', connectionId, 'comparison'],
    queryFn: () => unwrap(ipc.loss.compare({ connectionId })),
    gcTime: 0,
  });

ipc.on.listLoss(({ connectionId, loss }) => {
  queryClient.setQueryData(lossQuery(connectionId).queryKey, loss);
});
