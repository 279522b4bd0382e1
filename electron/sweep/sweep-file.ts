import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Sweep, SweepResult } from '../../core/sweep/sweep.ts';
import type { SweepHeader, SweepLine } from '../../core/sweep/sweep-line.ts';
import { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import { sweepHeaderSchema, sweepLineSchema } from '../../core/sweep/sweep-schema.ts';
import { checkedLine, readCheckedLines } from '../store/checked-lines.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { JournalFile } from '../store/journal-file.ts';

type Changed = (progress: SweepProgress, results: readonly SweepResult[]) => void;

/** Why a sweep's file gives no sweep. `nothing`: not even its first line is whole, so nothing was sent. */
export type SweepFileRefusal =
  | { readonly kind: 'missing' | 'nothing' | 'damaged' | 'newer' }
  | { readonly kind: 'disk'; error: AppError };

/** One sweep and its journal. Lines that come in while others are being written share the next write. */
export class SweepFile {
  private waiting: { readonly text: string; readonly answer: (written: Result<void, AppError>) => void }[] = [];
  private working: Promise<void> | null = null;

  private constructor(
    readonly progress: SweepProgress,
    private readonly journal: JournalFile,
    private readonly changed: Changed,
  ) {}

  /** A sweep that begins. Nothing is on disk before its first line is. */
  static begin(path: string, sweep: Sweep, changed: Changed): SweepFile {
    return new SweepFile(new SweepProgress(sweep), new JournalFile(path, headerLine(sweep), 0), changed);
  }

  /** The sweep as its journal has it. What was in flight when the journal ends is unknown. A torn last line is left out. */
  static async open(path: string, changed: Changed): Promise<Result<SweepFile, SweepFileRefusal>> {
    const read = await readSweep(path);
    if (!read.ok) return read;
    const { progress, endBytes } = read.value;
    progress.interrupt();
    return ok(new SweepFile(progress, new JournalFile(path, headerLine(progress.sweep), endBytes), changed));
  }

  /** Takes the line in at once; answers when it is on disk. */
  note(line: SweepLine): Promise<Result<void, AppError>> {
    this.take(line);
    return this.write(line);
  }

  /** Takes the line in once it is on disk, or not at all. */
  async record(line: SweepLine): Promise<Result<void, AppError>> {
    const written = await this.write(line);
    if (written.ok) this.take(line);
    return written;
  }

  /** Lets the file go; the next line opens it again. */
  async close(): Promise<void> {
    await this.working;
    await this.journal.close();
  }

  private take(line: SweepLine): void {
    this.changed(this.progress, this.progress.apply(line));
  }

  private write(line: SweepLine): Promise<Result<void, AppError>> {
    return new Promise((answer) => {
      this.waiting.push({ text: checkedLine(line), answer });
      this.working ??= this.work();
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      // What one event came to and the announcement of the next one are a few promises apart: they go together.
      await nextTurn();
      const jobs = this.waiting;
      this.waiting = [];
      const written = await this.journal.append(jobs.map(({ text }) => text).join(''));
      for (const { answer } of jobs) answer(written);
    }
    this.working = null;
  }
}

function headerLine(sweep: Sweep): string {
  return checkedLine({ kind: 'sweep', version: 1, sweep } satisfies SweepHeader);
}

const sliceBytes = 64 * 1024;

/** Reads a journal slice by slice, so that a long one holds up nothing else. */
async function readSweep(
  path: string,
): Promise<Result<{ readonly progress: SweepProgress; readonly endBytes: number }, SweepFileRefusal>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail(systemCode(error) === 'ENOENT' ? { kind: 'missing' } : { kind: 'disk', error: diskError(error, path) });
  }
  let progress: SweepProgress | null = null;
  let endBytes = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = endOfSlice(bytes, start);
    const slice = readCheckedLines(bytes.subarray(start, end));
    for (const value of slice.values) {
      if (progress === null) {
        const header = sweepHeaderSchema.safeParse(value);
        if (!header.success) return fail({ kind: isNewer(value) ? 'newer' : 'damaged' });
        progress = new SweepProgress(header.data.sweep);
      } else {
        const line = sweepLineSchema.safeParse(value);
        if (!line.success) return fail({ kind: 'damaged' });
        progress.apply(line.data);
      }
    }
    endBytes = start + (slice.ends.at(-1) ?? 0);
    const isTorn = slice.end === 'torn' && end === bytes.length;
    if (slice.end !== 'whole' && !isTorn) return fail({ kind: 'damaged' });
    start = end;
    await nextTurn();
  }
  return progress === null ? fail({ kind: 'nothing' }) : ok({ progress, endBytes });
}

/** The end of the line in which the slice is long enough. */
function endOfSlice(bytes: Buffer, start: number): number {
  const newline = bytes.indexOf(0x0a, start + sliceBytes);
  return newline < 0 ? bytes.length : newline + 1;
}

function isNewer(header: unknown): boolean {
  if (typeof header !== 'object' || header === null || !('version' in header)) return false;
  return typeof header.version === 'number' && header.version > 1;
}
