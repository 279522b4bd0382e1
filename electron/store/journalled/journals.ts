import type { AppError } from '../../../core/app-error.ts';
import { createQueues } from '../../../core/queue.ts';
import type { Result } from '../../../core/result.ts';
import { Journalled, type JournalledOptions } from './journalled.ts';
import type { JournalledFormat, Numbered } from './journalled-format.ts';

/** One journalled value per connection, opened on first use. */
export interface Journals<State extends Numbered, Action> {
  /** The open one; where it could not be opened, the next call tries anew. */
  of(connectionId: string): Promise<Result<Journalled<State, Action>, AppError>>;
  /** Lets go of the connection's files, runs what deletes them, and only then lets anybody open them again. */
  release<T>(connectionId: string, whileReleased: () => Promise<T>): Promise<T>;
  /** Waits for writes under way and compacts; called before quitting. */
  close(): Promise<void>;
}

export function createJournals<State extends Numbered, Action>(
  format: JournalledFormat<State, Action>,
  folderOf: (connectionId: string) => string,
  { now = () => new Date(), compactAfterBytes = 1024 * 1024 }: Partial<JournalledOptions>,
): Journals<State, Action> {
  const opened = new Map<string, Promise<Result<Journalled<State, Action>, AppError>>>();
  const queues = createQueues();
  return {
    of(connectionId) {
      const known = opened.get(connectionId);
      if (known) return known;
      const folder = folderOf(connectionId);
      const opening = queues.run(connectionId, () => Journalled.open(format, folder, { now, compactAfterBytes }));
      opened.set(connectionId, opening);
      void opening.then((journalled) => {
        if (!journalled.ok && opened.get(connectionId) === opening) opened.delete(connectionId);
      });
      return opening;
    },

    release(connectionId, whileReleased) {
      const former = opened.get(connectionId);
      opened.delete(connectionId);
      return queues.run(connectionId, async () => {
        const journalled = await former;
        if (journalled?.ok) await journalled.value.close();
        return whileReleased();
      });
    },

    async close() {
      for (const opening of opened.values()) {
        const journalled = await opening;
        if (journalled.ok) await journalled.value.close();
      }
    },
  };
}
