import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { checkedBatch, isTornWrite, readCheckedLines } from './checked-lines.ts';
import { diskError, systemCode } from './disk-error.ts';
import type { JournalFile } from './journal-file.ts';

const newline = 0x0a;
const sliceBytes = 64 * 1024;

/** What a log of checked lines holds. */
export interface LogContents {
  /** The lines that were accepted, newlines included; what lies between them cannot be read. */
  readonly good: readonly Buffer[];
  /** Where the usable part ends. After it comes what a crash left of a write that was never acknowledged. */
  readonly endBytes: number;
  /** Bytes of damaged lines. */
  readonly lostBytes: number;
}

export interface LogPolicy {
  /** Takes in the value of a line, from the first one on; false if it is none that belongs there. */
  readonly accept: (value: unknown) => boolean;
  /** After a damaged line: `stop` reads nothing more, `salvage` goes on with the lines after it. */
  readonly whenDamaged: 'stop' | 'salvage';
}

/** Reads a log line by line, in slices, so that a long one holds up nothing else. */
export async function readLog(bytes: Buffer, { accept, whenDamaged }: LogPolicy): Promise<LogContents> {
  const good: Buffer[] = [];
  let lostBytes = 0;
  for (let start = 0; start < bytes.length; ) {
    const slice = bytes.subarray(start, endOfSlice(bytes, start));
    const { values, ends } = readCheckedLines(slice);
    let from = 0;
    for (const [index, value] of values.entries()) {
      const to = ends[index] ?? from;
      if (accept(value)) good.push(slice.subarray(from, to));
      else lostBytes += to - from;
      from = to;
      if (lostBytes > 0 && whenDamaged === 'stop') return { good, endBytes: start + from, lostBytes };
    }
    start += from;
    if (from < slice.length) {
      const next = bytes.indexOf(newline, start) + 1;
      if (next === 0 || isTornWrite(bytes, start, next)) return { good, endBytes: start, lostBytes };
      lostBytes += next - start;
      start = next;
      if (whenDamaged === 'stop') return { good, endBytes: start, lostBytes };
    }
    await nextTurn();
  }
  return { good, endBytes: bytes.length, lostBytes };
}

/** The end of the line in which the slice is long enough. */
function endOfSlice(bytes: Buffer, start: number): number {
  const lineEnd = bytes.indexOf(newline, start + sliceBytes);
  return lineEnd < 0 ? bytes.length : lineEnd + 1;
}

/** The bytes of a file; null if there is none. Refuses with code `disk`. */
export async function readBytes(path: string): Promise<Result<Buffer | null, AppError>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok(null) : fail(diskError(error, path));
  }
}

/** Appends lines to a log. Lines that come in while others are being written share the next write. */
export class LineLog<Line extends object> {
  private waiting: { readonly line: Line; readonly answer: (written: Result<void, AppError>) => void }[] = [];
  private working: Promise<void> | null = null;

  /** `keepOpen`: whether the file stays open between writes. Some systems delete no open file. */
  constructor(
    private readonly journal: JournalFile,
    private readonly options: { readonly keepOpen: boolean },
  ) {}

  /** Ok once the line is on disk. */
  append(line: Line): Promise<Result<void, AppError>> {
    return new Promise((answer) => {
      this.waiting.push({ line, answer });
      this.working ??= this.work();
    });
  }

  /** Waits for what is being written and lets the file go; the next line opens it again. */
  async close(): Promise<void> {
    await this.working;
    await this.journal.close();
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      // What one event came to and the announcement of the next one are a few promises apart: they go together.
      await nextTurn();
      const jobs = this.waiting;
      this.waiting = [];
      const lines = jobs.map(({ line }) => line);
      const written = await this.journal.append(checkedBatch(lines, { follows: this.journal.bytes === 0 }));
      if (!this.options.keepOpen && this.waiting.length === 0) await this.journal.close();
      for (const { answer } of jobs) answer(written);
    }
    this.working = null;
  }
}
