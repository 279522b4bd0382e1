import { useSyncExternalStore } from 'react';
import { ipc } from '../ipc/ipc.ts';
import { ConnectionSessions } from '../sessions/connection-sessions.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { PlanSession, type PlanState } from './plan-session.ts';

/** The camera plans of this window. They outlive the page that shows them. */
const sessions = new ConnectionSessions((connectionId) => new PlanSession(ipc, connectionId, toast.failure));

/** The plan session of the open connection. */
export function usePlanSession(): PlanSession {
  return sessions.of(useConnection().id);
}

/** A part of the open connection's plan. The selector answers the same value for the same state: no new objects. */
export function usePlan<T>(selector: (state: PlanState) => T): T {
  const session = usePlanSession();
  return useSyncExternalStore(session.subscribe, () => selector(session.state()));
}
