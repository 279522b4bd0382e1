import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';

/** What the person chose for this installation. The Settings page puts each saved value here itself. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => unwrap(ipc.settings.read()),
});
