import { useSyncExternalStore } from 'react';
import { ipc } from '../ipc/ipc.ts';
import { ConnectionSessions } from '../sessions/connection-sessions.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { DraftSession, type DraftState } from './draft-session.ts';

/** The drafts of this window. They outlive the pages that show them. */
const sessions = new ConnectionSessions((connectionId) => new DraftSession(ipc, connectionId, toast.failure));

/** The draft session of the open connection. */
export function useDraftSession(): DraftSession {
  return sessions.of(useConnection().id);
}

/** A part of the open connection's draft. The selector answers the same value for the same state: no new objects. */
export function useDraft<T>(selector: (state: DraftState) => T): T {
  const session = useDraftSession();
  return useSyncExternalStore(session.subscribe, () => selector(session.state()));
}
