import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { slices } from '../../core/slices.ts';
import type { Sweep, SweepResult } from '../../core/sweep/sweep.ts';
import type { SweepHeader, SweepLine } from '../../core/sweep/sweep-line.ts';
import { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import { sweepHeaderSchema, sweepLineSchema } from '../../core/sweep/sweep-schema.ts';
import { keepCopy, writeFileAtomic } from '../store/atomic-file.ts';
import { checkedLine, checkedLineOfParts, readCheckedLines } from '../store/checked-lines.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { JournalFile } from '../store/journal-file.ts';

type Changed = (progress: SweepProgress, results: readonly SweepResult[]) => void;

/** Why a sweep's file gives no sweep. `nothing`: not even its first line is whole, so nothing was sent. `damaged`: that one is. */
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
    return new SweepFile(new SweepProgress(sweep), new JournalFile(path, () => headerLine(sweep), 0), changed);
  }

  /**
   * The sweep as its journal has it. What was in flight when the journal ends is unknown. A torn last line is left out.
   * Damaged lines are left out once the journal as it was is kept as a copy, which `damaged` is told of.
   */
  static async open(
    path: string,
    changed: Changed,
    { damaged, now }: { readonly damaged: (copy: string) => void; readonly now: () => Date },
  ): Promise<Result<SweepFile, SweepFileRefusal>> {
    const read = await readSweep(path);
    if (!read.ok) return read;
    const { progress, endBytes, repaired } = read.value;
    if (repaired !== null) {
      const copy = await keepCopy(path, now());
      if (!copy.ok) return fail({ kind: 'disk', error: copy.error });
      const written = await writeFileAtomic(path, repaired);
      if (!written.ok) return fail({ kind: 'disk', error: written.error });
      damaged(copy.value);
    }
    progress.interrupt();
    return ok(new SweepFile(progress, new JournalFile(path, () => headerLine(progress.sweep), endBytes), changed));
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

const readersAtOnce = 1_000;

/** The first line of a sweep's journal, readers and all. */
function headerLine(sweep: Sweep): Promise<Buffer> {
  return checkedLineOfParts(headerParts(sweep));
}

function* headerParts({ readers, ...rest }: Sweep): Generator<string> {
  const end = ']}}';
  const header: SweepHeader = { kind: 'sweep', version: 1, sweep: { ...rest, readers: [] } };
  yield JSON.stringify(header).slice(0, -end.length);
  let comma = '';
  for (const some of slices(readers, readersAtOnce)) {
    yield comma + JSON.stringify(some).slice(1, -1);
    comma = ',';
  }
  yield end;
}

const newline = 0x0a;
const sliceBytes = 64 * 1024;
/** No line that announces an event is shorter than this. */
const shortestLineBytes = 64;

interface ReadSweep {
  readonly progress: SweepProgress;
  /** Where the usable part ends. */
  readonly endBytes: number;
  /** Where lines of it are damaged: the journal without them, and with a line that says so. */
  readonly repaired: Buffer | null;
}

/**
 * Reads a journal slice by slice, so that a long one holds up nothing else. Each line is checked by itself, so where some are
 * damaged the others still count; but then nobody's event is pending any more, since a damaged line may have announced it.
 */
async function readSweep(path: string): Promise<Result<ReadSweep, SweepFileRefusal>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail(systemCode(error) === 'ENOENT' ? { kind: 'missing' } : { kind: 'disk', error: diskError(error, path) });
  }
  let progress: SweepProgress | null = null;
  const good: Buffer[] = [];
  let lostBytes = 0;
  for (let start = 0; start < bytes.length; ) {
    const slice = bytes.subarray(start, endOfSlice(bytes, start));
    const { values, ends, end } = readCheckedLines(slice);
    let from = 0;
    for (const [index, value] of values.entries()) {
      const to = ends[index] ?? from;
      if (progress === null) {
        const header = sweepHeaderSchema.safeParse(value);
        if (!header.success) return fail({ kind: isNewer(value) ? 'newer' : 'damaged' });
        progress = new SweepProgress(header.data.sweep);
        good.push(slice.subarray(from, to));
      } else {
        const line = sweepLineSchema.safeParse(value);
        if (line.success) progress.apply(line.data);
        if (line.success) good.push(slice.subarray(from, to));
        else lostBytes += to - from;
      }
      from = to;
    }
    start += from;
    if (end === 'torn' && start + (slice.length - from) === bytes.length) break;
    if (end !== 'whole') {
      if (progress === null) return fail({ kind: 'damaged' });
      const next = bytes.indexOf(newline, start) + 1 || bytes.length;
      lostBytes += next - start;
      start = next;
    }
    await nextTurn();
  }
  if (progress === null) return fail({ kind: 'nothing' });
  if (lostBytes === 0)
    return ok({ progress, endBytes: good.reduce((sum, { length }) => sum + length, 0), repaired: null });
  const lost: SweepLine = { kind: 'lost', labels: progress.labels + Math.ceil(lostBytes / shortestLineBytes) };
  progress.apply(lost);
  const repaired = Buffer.concat([...good, Buffer.from(checkedLine(lost))]);
  return ok({ progress, endBytes: repaired.length, repaired });
}

/** The end of the line in which the slice is long enough. */
function endOfSlice(bytes: Buffer, start: number): number {
  const lineEnd = bytes.indexOf(newline, start + sliceBytes);
  return lineEnd < 0 ? bytes.length : lineEnd + 1;
}

function isNewer(header: unknown): boolean {
  if (typeof header !== 'object' || header === null || !('version' in header)) return false;
  return typeof header.version === 'number' && header.version > 1;
}
