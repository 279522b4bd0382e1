import { useEffect, useSyncExternalStore } from 'react';
import { ipc } from '../ipc/ipc.ts';
import { keptByConnection } from '../sessions/connection-sessions.ts';
import { useConnection } from '../window/current-connection.ts';
import { PushSession, type PushView } from './push-session.ts';

/** The pushes of this window. They outlive the page that shows them. */
export const pushes = keptByConnection(new PushSession(ipc));

/** The open connection's push. Asks main for one that an earlier session left without an outcome. */
export function usePushView(): PushView {
  const { id } = useConnection();
  useEffect(() => {
    void pushes.resume(id);
  }, [id]);
  return useSyncExternalStore(pushes.subscribe, () => pushes.view(id));
}

/** The same for the page that shows the push as a whole: an end that was on it when it is left has been seen. */
export function usePush(): PushView {
  const { id } = useConnection();
  useEffect(() => () => pushes.leave(id), [id]);
  return usePushView();
}
