import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';

/** How far the plan was carried to Camio. Nobody but this window ticks; its ticks put the new state into the cache. */
export const worksheetQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['worksheet', connectionId],
    queryFn: () => unwrap(ipc.worksheet.open({ connectionId })),
    staleTime: Number.POSITIVE_INFINITY,
  });
