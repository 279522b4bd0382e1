import { queryOptions } from '@tanstack/react-query';
import { unwrap } from './app-failure.ts';
import { ipc } from './ipc.ts';

/** Version, platform and what went wrong while starting. Fixed for as long as the window is open. */
export const appInfoQuery = queryOptions({
  queryKey: ['app', 'info'],
  queryFn: () => unwrap(ipc.app.info()),
  staleTime: Number.POSITIVE_INFINITY,
});
