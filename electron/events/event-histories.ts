import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { type EventHistory, openEventHistory } from './event-history.ts';

/** The history of a connection's test events, opened when it is first asked for and kept open. */
export type EventHistoryOf = (connectionId: string) => Promise<Result<EventHistory, AppError>>;

export function createEventHistories(options: {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  readonly now: () => Date;
}): EventHistoryOf {
  const { connections, now } = options;
  const histories = new Map<string, Promise<Result<EventHistory, AppError>>>();
  return async function historyOf(connectionId): Promise<Result<EventHistory, AppError>> {
    const opened =
      histories.get(connectionId) ?? openEventHistory(join(connections.folder(connectionId), 'events.jsonl'), now);
    histories.set(connectionId, opened);
    const history = await opened;
    // A history that would not open is tried anew the next time it is asked for, one that is gone at once.
    const isGone = history.ok && (await history.value.isGone());
    if (!history.ok || isGone) histories.delete(connectionId);
    return isGone ? historyOf(connectionId) : history;
  };
}
