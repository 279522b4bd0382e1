import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { slices } from '../../core/slices.ts';
import type { Sweep, SweepResult } from '../../core/sweep/sweep.ts';
import type { SweepHeader, SweepLine } from '../../core/sweep/sweep-line.ts';
import { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import { sweepHeaderSchema, sweepLineSchema } from '../../core/sweep/sweep-schema.ts';
import { replaceDamaged } from '../store/atomic-file.ts';
import { checkedLine, checkedLineOfParts } from '../store/checked-lines.ts';
import { JournalFile } from '../store/journal-file.ts';
import { LineLog, readBytes, readLog } from '../store/line-log.ts';

type Changed = (progress: SweepProgress, results: readonly SweepResult[]) => void;

/**
 * Why a file gives no sweep. `nothing`: a crash left not even its first line whole, so nothing was sent. `damaged`: its first
 * line was changed. `foreign`: it is no sweep's file at all.
 */
export type SweepFileRefusal =
  | { readonly kind: 'missing' | 'nothing' | 'damaged' | 'newer' | 'foreign' }
  | { readonly kind: 'disk'; error: AppError };

/** One sweep and its journal. */
export class SweepFile {
  private readonly log: LineLog<SweepLine>;

  private constructor(
    readonly progress: SweepProgress,
    path: string,
    endBytes: number,
    private readonly changed: Changed,
  ) {
    // A sweep whose file is taken away stops. What it has noted is written down again first, or it might send twice.
    const journal = new JournalFile(path, () => headerLine(progress.sweep), endBytes, {
      whenReplaced: 'rewrite and refuse',
    });
    this.log = new LineLog(journal, { keepOpen: true });
  }

  /** A sweep that begins. Nothing is on disk before its first line is. */
  static begin(path: string, sweep: Sweep, changed: Changed): SweepFile {
    return new SweepFile(new SweepProgress(sweep), path, 0, changed);
  }

  /**
   * The sweep as its journal has it. What was in flight when the journal ends is unknown. A torn last line is left out.
   * Damaged lines are left out once the journal as it was is kept as a copy, which `damaged` is told of. A file with a sweep
   * of another id than `id`, e.g. a copy that somebody made, is foreign.
   */
  static async open(
    path: string,
    changed: Changed,
    options: { readonly id?: string; readonly damaged: (copy: string) => void; readonly now: () => Date },
  ): Promise<Result<SweepFile, SweepFileRefusal>> {
    const read = await readSweep(path);
    if (!read.ok) return read;
    const { progress, endBytes, repaired } = read.value;
    if (options.id !== undefined && options.id !== progress.sweep.id) return fail({ kind: 'foreign' });
    if (repaired !== null) {
      const copy = await replaceDamaged(path, repaired, options.now());
      if (!copy.ok) return fail({ kind: 'disk', error: copy.error });
      options.damaged(copy.value);
    }
    progress.interrupt();
    return ok(new SweepFile(progress, path, endBytes, changed));
  }

  /** Takes the line in at once; answers when it is on disk. */
  note(line: SweepLine): Promise<Result<void, AppError>> {
    this.take(line);
    return this.log.append(line);
  }

  /** Takes the line in once it is on disk, or not at all. */
  async record(line: SweepLine): Promise<Result<void, AppError>> {
    const written = await this.log.append(line);
    if (written.ok) this.take(line);
    return written;
  }

  /** Lets the file go; the next line opens it again. */
  close(): Promise<void> {
    return this.log.close();
  }

  private take(line: SweepLine): void {
    this.changed(this.progress, this.progress.apply(line));
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

/** No line that announces an event is shorter than this. */
const shortestLineBytes = 64;

interface ReadSweep {
  readonly progress: SweepProgress;
  /** Where the usable part ends. */
  readonly endBytes: number;
  /** If lines of it are damaged: the journal without them, and with a line that says so. */
  readonly repaired: Buffer | null;
}

/**
 * Reads a journal. Each line is checked by itself, so if some are damaged the others still count; but then nobody's event
 * is pending any more, since a damaged line may have announced it.
 */
async function readSweep(path: string): Promise<Result<ReadSweep, SweepFileRefusal>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return fail({ kind: 'disk', error: bytes.error });
  if (bytes.value === null) return fail({ kind: 'missing' });
  const found: { progress: SweepProgress | null; isNewer: boolean } = { progress: null, isNewer: false };
  const { good, endBytes, lostBytes } = await readLog(bytes.value, {
    whenDamaged: 'salvage',
    accept(value) {
      if (found.progress) {
        const line = sweepLineSchema.safeParse(value);
        if (line.success) found.progress.apply(line.data);
        return line.success;
      }
      const header = sweepHeaderSchema.safeParse(value);
      if (header.success) found.progress = new SweepProgress(header.data.sweep);
      found.isNewer ||= newerHeader.safeParse(value).success;
      return header.success;
    },
  });
  const { progress, isNewer } = found;
  if (progress === null) {
    if (isNewer) return fail({ kind: 'newer' });
    if (!looksLikeSweep(bytes.value)) return fail({ kind: 'foreign' });
    return fail({ kind: lostBytes === 0 ? 'nothing' : 'damaged' });
  }
  if (lostBytes === 0) return ok({ progress, endBytes, repaired: null });
  const lost: SweepLine = { kind: 'lost', labels: progress.labels + Math.ceil(lostBytes / shortestLineBytes) };
  progress.apply(lost);
  const repaired = Buffer.concat([...good, Buffer.from(checkedLine(lost))]);
  return ok({ progress, endBytes: repaired.length, repaired });
}

const newerHeader = z.object({ kind: z.literal('sweep'), version: z.int().gt(1) });

/** How every sweep's file begins: the check of its first line, and that line's JSON. */
const beginning = /^[0-9a-f]$/;
const checkLength = 8;

/** Whether a file that cannot be read is one of ours: its beginning is, but for a byte or two, or a power cut left zeros. */
function looksLikeSweep(bytes: Buffer): boolean {
  if (bytes[0] === 0) return true;
  if (bytes.length === 0) return false;
  const first = bytes.toString('latin1', 0, checkLength + 2);
  const fits = [...first].filter((letter, at) =>
    at < checkLength ? beginning.test(letter) : letter === (at === checkLength ? ' ' : '{'),
  );
  return fits.length >= first.length - 2;
}
