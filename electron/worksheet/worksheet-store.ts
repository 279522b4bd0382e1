import type { AppError } from '../../core/app-error.ts';
import type { WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { createQueues } from '../../core/queue.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { readWorksheet, writeWorksheet } from './worksheet-file.ts';

/** How far each connection's plan was carried to Camio, on disk. */
export interface WorksheetStore {
  current(connectionId: string): Promise<Result<WorksheetState, AppError>>;
  /** Changes it; ok means that it is on disk. Changes of one connection wait for each other. */
  change(
    connectionId: string,
    by: (state: WorksheetState) => Result<WorksheetState, AppError>,
  ): Promise<Result<WorksheetState, AppError>>;
  /** Waits for a change under way and runs what deletes the connection's files; nothing is read or changed meanwhile. */
  release<T>(connectionId: string, whileReleased: () => Promise<T>): Promise<T>;
  /** Waits for changes under way; called before quitting. */
  close(): Promise<void>;
}

export function createWorksheetStore({
  connections,
  notice,
  now,
}: {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  /** Is told of a file that was set aside. */
  readonly notice: (error: AppError) => void;
  readonly now: () => Date;
}): WorksheetStore {
  const known = new Map<string, WorksheetState>();
  const queues = createQueues();

  async function read(connectionId: string): Promise<Result<WorksheetState, AppError>> {
    const state = known.get(connectionId);
    if (state) return ok(state);
    const file = await readWorksheet(connections.folder(connectionId), now);
    if (!file.ok) return file;
    known.set(connectionId, file.value.state);
    for (const error of file.value.notices) notice(error);
    return ok(file.value.state);
  }

  return {
    current: (connectionId) => queues.run(connectionId, () => read(connectionId)),

    change: (connectionId, by) =>
      queues.run(connectionId, async () => {
        const before = await read(connectionId);
        if (!before.ok) return before;
        const after = by(before.value);
        if (!after.ok) return after;
        const written = await writeWorksheet(connections.folder(connectionId), after.value);
        if (!written.ok) return written;
        known.set(connectionId, after.value);
        return after;
      }),

    release: (connectionId, whileReleased) =>
      queues.run(connectionId, () => {
        known.delete(connectionId);
        return whileReleased();
      }),

    close: () => queues.ended(),
  };
}
