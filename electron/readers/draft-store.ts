import type { AppError } from '../../core/app-error.ts';
import type { Draft, DraftAction } from '../../core/readers/draft.ts';
import type { RemoteList } from '../../core/readers/reader.ts';
import type { Result } from '../../core/result.ts';

/** The drafts on disk, one journal per connection, opened on first use. */
export interface DraftStore {
  /** The draft with what opening its files found out (said once, to whoever opens it first). */
  open(
    connectionId: string,
  ): Promise<Result<{ readonly draft: Draft; readonly notices: readonly AppError[] }, AppError>>;
  /** Applies an action to the draft numbered `seq`; ok means it is on disk. */
  apply(connectionId: string, seq: number, action: DraftAction): Promise<Result<Draft, AppError>>;
  /** Puts the draft on a new base, on disk. */
  rebase(connectionId: string, remote: RemoteList): Promise<Result<Draft, AppError>>;
  /** Unpushed changes, or null where nothing was ever read. Does not fail: a draft that cannot be read counts as null. */
  changes(connectionId: string): Promise<number | null>;
  /** Deletes the connection's files. */
  discard(connectionId: string): Promise<Result<void, AppError>>;
  /** Waits for writes under way and compacts; called before quitting. */
  close(): Promise<void>;
}
