import type { AppError } from '../../core/app-error.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Result } from '../../core/result.ts';

/** The connections, kept in settings. */
export interface ConnectionStore {
  list(): readonly Connection[];
  get(connectionId: string): Connection | undefined;
  /** Adds a connection or replaces the one with its id. */
  put(connection: Connection): Result<void, AppError>;
  delete(connectionId: string): Result<void, AppError>;
  /** The connection's own folder for drafts, snapshots and histories; it may not exist yet. */
  folder(connectionId: string): string;
}
