import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';

/** A push of this connection that somebody else undid, or null. Main tells every change, from then on. */
export const takeoverQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['takeover', connectionId],
    queryFn: () => unwrap(ipc.takeover.state({ connectionId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

ipc.on.takeover(({ connectionId, takeover }) => {
  queryClient.setQueryData(takeoverQuery(connectionId).queryKey, takeover);
});
