import type { Act } from './act.ts';

/** One act as the log keeps it: what was done, by whom, when, and on which connection. */
export interface AuditEntry {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The user of the operating system. */
  readonly user: string;
  /** The app's version. */
  readonly app: string;
  /** As it was called at the time; null for acts on the app as a whole. */
  readonly connection: { readonly id: string; readonly name: string } | null;
  /** The account's email as Camio last said it; null where that is not known. */
  readonly account: string | null;
  readonly act: Act;
}

/**
 * One line of the log as it was read. `entry` is null where the line cannot be read: it was damaged, or a newer version
 * of the app wrote it.
 */
export interface AuditLine {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly entry: AuditEntry | null;
}
