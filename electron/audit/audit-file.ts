import { createHash } from 'node:crypto';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { AuditEntry } from '../../core/audit/audit-entry.ts';
import {
  emptyHead,
  finishedLines,
  type Hash,
  type Head,
  readLink,
  sealAfterLoss,
  sealLine,
} from '../../core/audit/chain.ts';
import type { Mended } from '../../core/audit/verify.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readTextFile, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { JournalFile } from '../store/journal-file.ts';

export const logPath = (folder: string) => join(folder, 'activity.jsonl');
export const headPath = (folder: string) => join(folder, 'activity-head.json');

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

const headFile = z.object({ version: z.literal(1), number: z.int().nonnegative(), seal: z.string() });

/**
 * The log's two files: the lines, and the head that says how far they go. A line goes to disk first, then its head. A
 * new line follows the head, never what stands in the file: what somebody did to the file stays visible.
 */
export class AuditFile {
  private readonly folder: string;
  private readonly journal: JournalFile;
  private lines: number;
  /** Null where it got lost although there is a log. */
  private head: Head | null;
  private isHeadSaved: boolean;

  private constructor(
    folder: string,
    { bytes, lines, head, isHeadSaved }: OpenLog,
    /** What a crash had left, now mended. */
    readonly mended: Mended | null,
  ) {
    this.folder = folder;
    this.journal = new JournalFile(logPath(folder), '', bytes, { whenReplaced: 'rewrite' });
    this.lines = lines;
    this.head = head;
    this.isHeadSaved = isHeadSaved;
  }

  /** Opens the log in `folder`, which may not exist yet, and mends what a crash left. Refuses with code `disk`. */
  static async open(folder: string): Promise<Result<AuditFile, AppError>> {
    const log = await readLog(folder);
    if (!log.ok) return log;
    const saved = await readHead(folder);
    if (!saved.ok) return saved;
    const whole = withoutTornLine(log.value, saved.value);
    const lines = finishedLines(whole.toString('utf8'));
    // Neither file: a new log. Its empty head is saved before its first line, so that a head never gets lost by itself.
    const isNew = saved.value === null && lines.length === 0;
    const head = isNew ? emptyHead : afterCrash(lines, saved.value);
    const isHeadSaved = head === saved.value;
    const mended = whole.length < log.value.length ? 'torn line' : isHeadSaved || isNew ? null : 'last line';
    const file = new AuditFile(folder, { bytes: whole.length, lines: lines.length, head, isHeadSaved }, mended);
    if (mended !== null) await file.mend();
    return ok(file);
  }

  /** As far as the disk lets it now; writing the next line mends the rest. */
  private async mend(): Promise<void> {
    await truncate(logPath(this.folder), this.journal.bytes).catch(() => {});
    await this.saveHead();
  }

  /** Appends an entry; ok means the line is on disk. `saveHead` must have said ok before. */
  async append(entry: AuditEntry): Promise<Result<void, AppError>> {
    // If the folder was removed, the head went with it.
    this.isHeadSaved = false;
    const sealed = this.head ? sealLine(entry, this.head, sha256) : sealAfterLoss(entry, this.lines, sha256);
    const written = await this.journal.append(sealed.line);
    if (!written.ok) return written;
    this.lines += 1;
    this.head = sealed.head;
    return ok(undefined);
  }

  /** The log was removed or replaced, and what it held is not known any more: open it again. */
  get isReplaced(): boolean {
    return this.journal.isReplaced;
  }

  /** Saves how far the log goes, where that is not on disk yet. */
  async saveHead(): Promise<Result<void, AppError>> {
    if (this.isHeadSaved || !this.head) return ok(undefined);
    const contents: z.infer<typeof headFile> = { version: 1, ...this.head };
    const written = await writeFileAtomic(headPath(this.folder), JSON.stringify(contents));
    this.isHeadSaved = written.ok;
    return written;
  }

  close(): Promise<void> {
    return this.journal.close();
  }
}

/** The log as it stands on disk; empty where there is none. */
export async function readLog(folder: string): Promise<Result<Buffer, AppError>> {
  try {
    return ok(await readFile(logPath(folder)));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok(Buffer.alloc(0)) : fail(diskError(error, logPath(folder)));
  }
}

/** The head as it stands on disk; null where there is none or it cannot be read. */
export async function readHead(folder: string): Promise<Result<Head | null, AppError>> {
  const text = await readTextFile(headPath(folder));
  if (!text.ok) return text;
  const { number, seal } = headFile.safeParse(parseJson(text.value ?? '')).data ?? {};
  return ok(number === undefined || seal === undefined ? null : { number, seal });
}

interface OpenLog {
  readonly bytes: number;
  readonly lines: number;
  readonly head: Head | null;
  readonly isHeadSaved: boolean;
}

/**
 * The log without what a crash left of a line that was never finished: it has no end, or zeros where the disk did not get to
 * it. Only one line can be so, the one after the head; anything else was done by somebody and stays.
 */
function withoutTornLine(log: Buffer, head: Head | null): Buffer {
  const finished = log.subarray(0, log.lastIndexOf('\n') + 1);
  const lines = finishedLines(finished.toString('latin1'));
  const last = lines.at(-1);
  const isAfterHead = lines.length === (head?.number ?? 0) + 1;
  if (last === undefined || !isAfterHead || !last.includes('\0')) return finished;
  return finished.subarray(0, finished.length - last.length - 1);
}

/** Where the app ended between a line and its head, the log is one whole line ahead; then that line is the head. */
function afterCrash(lines: readonly string[], head: Head | null): Head | null {
  const last = lines.at(-1);
  if (!head || !last || lines.length !== head.number + 1) return head;
  const { number, previous, seal, isChanged } = readLink(last, sha256);
  const follows = number === lines.length && previous === (head.number === 0 ? null : head.seal) && !isChanged;
  return follows ? { number, seal } : head;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
