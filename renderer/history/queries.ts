import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';

/** A connection's snapshots, newest first. Read anew by `afterAct` and whenever the page is shown. */
export const snapshotsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['history', 'snapshots', connectionId],
    queryFn: () => unwrap(ipc.history.list({ connectionId })),
  });

/** The same once their files were checked as a whole. */
export const checkedSnapshotsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['history', 'snapshots', connectionId, 'checked'],
    queryFn: () => unwrap(ipc.history.check({ connectionId })),
  });

/** The newest lines of the activity log, newest first. Read anew by `afterAct` and whenever the page is shown. */
export const activityQuery = queryOptions({
  queryKey: ['history', 'activity'],
  queryFn: () => unwrap(ipc.activity.list()),
});

/** What leads from a snapshot to another or to the draft. The draft moves, so nothing is kept. */
export const comparisonQuery = (connectionId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['comparison', connectionId, from, to],
    queryFn: () => unwrap(ipc.history.compare({ connectionId, from, to })),
    gcTime: 0,
  });

/** Reads snapshots and activity anew, after something was done that shows in them. */
export const afterAct = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['history'] });
