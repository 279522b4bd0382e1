import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { type EventHistory, openEventHistory } from './event-history.ts';

/** The histories of test events, one per connection, opened on first use and kept open. */
export interface EventHistories {
  /** If it could not be opened, the next call tries again. */
  of(connectionId: string): Promise<Result<EventHistory, AppError>>;
  /** Lets go of a connection's file, which is about to be deleted. */
  forget(connectionId: string): Promise<void>;
}

export function createEventHistories(options: {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  readonly now: () => Date;
}): EventHistories {
  const { connections, now } = options;
  const histories = new Map<string, Promise<Result<EventHistory, AppError>>>();
  return {
    async of(connectionId) {
      const opening =
        histories.get(connectionId) ?? openEventHistory(join(connections.folder(connectionId), 'events.jsonl'), now);
      histories.set(connectionId, opening);
      const history = await opening;
      if (!history.ok && histories.get(connectionId) === opening) histories.delete(connectionId);
      return history;
    },

    async forget(connectionId) {
      const history = await histories.get(connectionId);
      histories.delete(connectionId);
      if (history?.ok) await history.value.close();
    },
  };
}
