import { queryOptions } from '@tanstack/react-query';
import type { SentEvent, TestEvent } from '../../core/events/test-event.ts';
import { unwrap } from '../app/app-failure.ts';
import { ipc } from '../app/ipc.ts';
import { queryClient } from '../app/query-client.ts';

/** The events sent from a connection, newest first. `sendEvent` invalidates it. */
export const sentEventsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['sent events', connectionId],
    queryFn: () => unwrap(ipc.events.history({ connectionId })),
  });

export interface EventToSend {
  readonly connectionId: string;
  readonly event: TestEvent;
  /** The id of the record it repeats, or null. */
  readonly repeats: string | null;
}

/** Sends one real event. The history is read anew whatever came of it: a send that failed can be in it too. */
export async function sendEvent(toSend: EventToSend): Promise<SentEvent> {
  try {
    return await unwrap(ipc.events.send(toSend));
  } finally {
    await queryClient.invalidateQueries(sentEventsQuery(toSend.connectionId));
  }
}
