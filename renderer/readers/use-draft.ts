import { useSyncExternalStore } from 'react';
import { useConnection } from '../app/current-connection.ts';
import { ipc } from '../app/ipc.ts';
import { toast } from '../ui/toast.ts';
import { DraftSession, type DraftState } from './draft-session.ts';
import { DraftSessions } from './draft-sessions.ts';

/** The drafts of this window. They outlive the pages that show them. */
const sessions = new DraftSessions((connectionId) => new DraftSession(ipc, connectionId, toast.failure));

/** The draft session of the open connection. */
export function useDraftSession(): DraftSession {
  return sessions.of(useConnection().id);
}

/** A part of the open connection's draft. The selector answers the same value for the same state: no new objects. */
export function useDraft<T>(selector: (state: DraftState) => T): T {
  const session = useDraftSession();
  return useSyncExternalStore(session.subscribe, () => selector(session.state()));
}

/** To be called when a connection was deleted, since another may come under its id (the practice account's is fixed). */
export function forgetDraft(connectionId: string): void {
  sessions.forget(connectionId);
}
