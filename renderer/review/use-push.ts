import { useEffect, useSyncExternalStore } from 'react';
import { useConnection } from '../app/current-connection.ts';
import { ipc } from '../app/ipc.ts';
import { PushSession, type PushView } from './push-session.ts';

/** The pushes of this window. They outlive the page that shows them. */
export const pushes = new PushSession(ipc);

/** The open connection's push, followed for as long as the page is in view. */
export function usePush(): PushView {
  const { id } = useConnection();
  useEffect(() => {
    void pushes.resume(id);
    return () => pushes.leave(id);
  }, [id]);
  return useSyncExternalStore(pushes.subscribe, () => pushes.view(id));
}
