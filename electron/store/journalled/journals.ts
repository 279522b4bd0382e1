import type { AppError } from '../../../core/app-error.ts';
import type { Result } from '../../../core/result.ts';
import { Journalled, type JournalledOptions } from './journalled.ts';
import type { JournalledFormat, Numbered } from './journalled-format.ts';

/** One journalled value per connection, opened on first use. */
export interface Journals<State extends Numbered, Action> {
  /** The open one; where it could not be opened, the next call tries anew. */
  of(connectionId: string): Promise<Result<Journalled<State, Action>, AppError>>;
  /** Waits for writes under way and lets go of the connection's files. */
  release(connectionId: string): Promise<void>;
  /** Waits for writes under way and compacts; called before quitting. */
  close(): Promise<void>;
}

export function createJournals<State extends Numbered, Action>(
  format: JournalledFormat<State, Action>,
  folderOf: (connectionId: string) => string,
  { now = () => new Date(), compactAfterBytes = 1024 * 1024 }: Partial<JournalledOptions>,
): Journals<State, Action> {
  const opened = new Map<string, Promise<Result<Journalled<State, Action>, AppError>>>();
  return {
    of(connectionId) {
      const known = opened.get(connectionId);
      if (known) return known;
      const opening = Journalled.open(format, folderOf(connectionId), { now, compactAfterBytes });
      opened.set(connectionId, opening);
      void opening.then((journalled) => {
        if (!journalled.ok) opened.delete(connectionId);
      });
      return opening;
    },

    async release(connectionId) {
      const journalled = await opened.get(connectionId);
      opened.delete(connectionId);
      if (journalled?.ok) await journalled.value.close();
    },

    async close() {
      for (const opening of opened.values()) {
        const journalled = await opening;
        if (journalled.ok) await journalled.value.close();
      }
    },
  };
}
