import type { AppError } from '../../core/app-error.ts';
import type { Act } from '../../core/audit/act.ts';
import type { AuditEntry, AuditLine } from '../../core/audit/audit-entry.ts';
import { finishedLines, readEntry, readLink } from '../../core/audit/chain.ts';
import { type Verification, verifyLog } from '../../core/audit/verify.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { createQueue } from '../../core/queue.ts';
import { ok, type Result } from '../../core/result.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { AuditFile, readHead, readLog, sha256 } from './audit-file.ts';

/** Writes an act down; `on` is the connection it was done on, null for the app as a whole. */
export type RecordAct = (act: Act, on: Pick<Connection, 'id' | 'name' | 'accountEmail'> | null) => void;

/**
 * What was done with this app, in one append-only log for all connections: deleting a connection must not delete the
 * record that it was deleted.
 */
export interface AuditLog {
  /**
   * Never holds up an act: the line is written in the background, in order, and is on disk before the next one. Where
   * that fails `notice` is told, and what is not written yet goes first with the next act.
   */
  readonly record: RecordAct;
  /** Every line, oldest first. */
  lines(): Promise<Result<readonly AuditLine[], AppError>>;
  verify(): Promise<Result<Verification, AppError>>;
  /** Waits for what is being written, and tries once more where something is not. */
  close(): Promise<void>;
}

export interface AuditLogOptions {
  readonly folder: string;
  readonly user: string;
  /** The app's version. */
  readonly app: string;
  readonly now: () => Date;
  readonly notice: (error: AppError) => void;
}

export function createAuditLog({ folder, user, app, now, notice }: AuditLogOptions): AuditLog {
  const waiting: AuditEntry[] = [];
  let file: AuditFile | null = null;
  // Writing and reading take turns, so that a line is never seen without its head.
  const queue = createQueue();

  async function opened(): Promise<Result<AuditFile, AppError>> {
    if (file) return ok(file);
    const found = await AuditFile.open(folder);
    if (found.ok) file = found.value;
    return found;
  }

  async function writeWaiting(): Promise<Result<void, AppError>> {
    const log = await opened();
    if (!log.ok) return log;
    const writing = log.value;
    for (;;) {
      const saved = await writing.saveHead();
      if (!saved.ok) return saved;
      const [next] = waiting;
      if (!next) return ok(undefined);
      const appended = await writing.append(next);
      if (!appended.ok && writing.isReplaced) file = null;
      if (!appended.ok) return appended;
      waiting.shift();
    }
  }

  async function write(): Promise<void> {
    if (waiting.length === 0) return;
    const written = await writeWaiting();
    if (!written.ok) notice(notWritten(written.error, waiting.length));
  }

  return {
    record(act, on) {
      waiting.push({
        at: now().toISOString(),
        user,
        app,
        connection: on && { id: on.id, name: on.name },
        account: on?.accountEmail ?? null,
        act,
      });
      void queue.run(write);
    },

    lines: () =>
      queue.run(async () => {
        const log = await readLog(folder);
        if (!log.ok) return log;
        const lines = finishedLines(log.value.toString('utf8'));
        return ok(lines.map((text, index) => ({ line: index + 1, entry: readEntry(text) })));
      }),

    verify: () =>
      queue.run(async () => {
        const mended = await opened();
        if (!mended.ok) return mended;
        const log = await readLog(folder);
        if (!log.ok) return log;
        const head = await readHead(folder);
        if (!head.ok) return head;
        const links = finishedLines(log.value.toString('utf8')).map((text) => readLink(text, sha256));
        const verification = verifyLog(links, head.value);
        return ok(mended.value.mended === null ? verification : { ...verification, mended: mended.value.mended });
      }),

    close: () =>
      queue.run(async () => {
        await write();
        await file?.close();
      }),
  };
}

function notWritten(error: AppError, count: number): AppError {
  const acts = count === 1 ? 'What was done last' : `The last ${formatCount(count)} acts`;
  return {
    ...error,
    message: `${acts} could not be written to the activity log. ${error.message} What you did stands.`,
    next: `${error.next} Reader Desk writes it down with the next act.`,
  };
}
