import type { AppError } from '../../../core/app-error.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { JournalFile } from '../journal-file.ts';
import { writeCheckpoint } from './journalled-checkpoint.ts';
import { checkpointPath, journalHeaderLine, journalLines, journalPath } from './journalled-files.ts';
import type { JournalledFormat, Numbered } from './journalled-format.ts';
import { closing } from './journalled-notices.ts';
import { type Recovered, recover, removeSuperfluous } from './journalled-recovery.ts';

/** How whoever asked for a job hears of it: of its result, or of a bug in it. */
interface Asker<State> {
  readonly answer: (result: Result<State, AppError>) => void;
  readonly breakOff: (bug: unknown) => void;
}

/** What a value becomes otherwise than by an action, or why it does not. */
export type Replacement<State> = (state: State) => Result<State, AppError>;

/** What waits for its turn: actions, written several at a time, or a replacement, written alone. */
type Job<State, Action> = ApplyJob<State, Action> | ReplaceJob<State>;

interface ApplyJob<State, Action> extends Asker<State> {
  readonly kind: 'apply';
  readonly seq: number;
  readonly action: Action;
}

interface ReplaceJob<State> extends Asker<State> {
  readonly kind: 'replace';
  readonly by: Replacement<State>;
}

export interface JournalledOptions {
  readonly now: () => Date;
  /** How long a journal grows before it becomes a checkpoint. */
  readonly compactAfterBytes: number;
}

/**
 * A value that changes by actions, and its files. An action is answered when it is on disk; actions that come in while
 * another is being written share the next write. Once a journal has grown long, the value becomes a new checkpoint beside
 * it: actions go on into the next journal at once, so nobody waits, and until the checkpoint is in place both journals
 * count.
 */
export class Journalled<State extends Numbered, Action> {
  private current: State;
  private generation: number;
  private journal: JournalFile;
  private waiting: Job<State, Action>[] = [];
  private working: Promise<void> | null = null;
  private compacting: Promise<void> = Promise.resolve();
  private closed = false;
  /** Oldest generation whose journal may still be there. */
  private oldest: number;
  private notices: AppError[];

  static async open<State extends Numbered, Action>(
    format: JournalledFormat<State, Action>,
    folder: string,
    options: JournalledOptions,
  ): Promise<Result<Journalled<State, Action>, AppError>> {
    const recovered = await recover(format, folder, options.now);
    if (!recovered.ok) return recovered;
    return ok(new Journalled(format, folder, recovered.value, options.compactAfterBytes));
  }

  private constructor(
    private readonly format: JournalledFormat<State, Action>,
    private readonly folder: string,
    recovered: Recovered<State>,
    private readonly compactAfterBytes: number,
  ) {
    this.current = recovered.state;
    this.generation = recovered.generation;
    this.oldest = recovered.oldest;
    this.notices = [...recovered.notices];
    const { seq, bytes } = recovered.journal;
    this.journal = new JournalFile(journalPath(folder, this.generation), journalHeaderLine(format, seq), bytes, {
      standsOn: recovered.standsOn,
    });
  }

  /** The value as it is on disk. */
  get state(): State {
    return this.current;
  }

  /** What a person should know about the files; each is given out once. */
  takeNotices(): readonly AppError[] {
    const taken = this.notices;
    this.notices = [];
    return taken;
  }

  /** Applies an action to the value numbered `seq`. Refuses with `draft-out-of-step` or `disk`, the value unchanged. */
  apply(seq: number, action: Action): Promise<Result<State, AppError>> {
    return new Promise((answer, breakOff) => this.enqueue({ kind: 'apply', seq, action, answer, breakOff }));
  }

  /** Makes it another value, as one new checkpoint. Refuses with `disk` or as `by` does, the value unchanged. */
  replace(by: Replacement<State>): Promise<Result<State, AppError>> {
    return new Promise((answer, breakOff) => this.enqueue({ kind: 'replace', by, answer, breakOff }));
  }

  /** Waits for writes under way and leaves the value as one checkpoint. Nothing may be asked of it afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
    if (this.journal.bytes > 0 || this.oldest < this.generation) this.compact();
    await this.compacting;
    await this.journal.close();
  }

  private enqueue(job: Job<State, Action>): void {
    if (this.closed) {
      job.answer(fail(closing()));
      return;
    }
    this.waiting.push(job);
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    // Not in the caller's turn: a refusal needs no wait, so it would end before `working` holds it, and hold it for ever.
    await Promise.resolve();
    try {
      while (this.waiting.length > 0) {
        const [first] = this.waiting;
        if (first?.kind === 'replace') {
          this.waiting.shift();
          await this.orBreakOff([first], () => this.startOver(first));
        } else {
          const jobs = this.takeActions();
          await this.orBreakOff(jobs, () => this.write(jobs));
        }
      }
    } finally {
      this.working = null;
    }
  }

  /** A bug in one job is that of whoever asked for it, not of those after it. */
  private async orBreakOff(jobs: readonly Job<State, Action>[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (bug) {
      for (const { breakOff } of jobs) breakOff(bug);
    }
  }

  /** The actions at the head of the queue. */
  private takeActions(): ApplyJob<State, Action>[] {
    const end = this.waiting.findIndex(({ kind }) => kind === 'replace');
    const taken = this.waiting.splice(0, end < 0 ? this.waiting.length : end);
    return taken.filter((job) => job.kind === 'apply');
  }

  private async write(jobs: readonly ApplyJob<State, Action>[]): Promise<void> {
    let state = this.current;
    const lines: { seq: number; action: Action }[] = [];
    const accepted: { answer: Asker<State>['answer']; after: State }[] = [];
    for (const { seq, action, answer } of jobs) {
      const applied = seq === state.seq ? this.format.apply(state, action) : null;
      if (!applied?.ok) {
        answer(fail(this.format.notices.outOfStep()));
        continue;
      }
      lines.push({ seq, action });
      state = applied.value;
      accepted.push({ answer, after: state });
    }
    if (lines.length === 0) return;
    const appended = await this.journal.append(journalLines(lines, { follows: this.journal.bytes === 0 }));
    const written = this.journal.isReplaced ? await this.startOn(state) : appended;
    if (written.ok) this.current = state;
    for (const { answer, after } of accepted) answer(written.ok ? ok(after) : written);
    if (written.ok && this.journal.bytes > this.compactAfterBytes) this.compact();
  }

  /** Begins the next journal at once; the checkpoint it stands on is written meanwhile. */
  private compact(): void {
    const state = this.current;
    const former = this.journal;
    const generation = this.nextJournal(state.seq, [former.path, checkpointPath(this.folder, this.format)]);
    this.compacting = this.compacting.then(async () => {
      await former.close();
      const written = await writeCheckpoint(this.format, this.folder, state, generation);
      if (written.ok) await this.forgetBefore(generation);
      // Nothing is lost: the journals go on counting until a later checkpoint can be written.
      else this.notices.push(written.error);
    });
  }

  private async startOver({ by, answer }: ReplaceJob<State>): Promise<void> {
    const replaced = by(this.current);
    answer(replaced.ok ? await this.startOn(replaced.value) : replaced);
  }

  /** Writes the whole value as a new checkpoint: another value, or this one if its files were removed or replaced. */
  private async startOn(state: State): Promise<Result<State, AppError>> {
    await this.compacting;
    const written = await writeCheckpoint(this.format, this.folder, state, this.generation + 1);
    if (!written.ok) return written;
    await this.journal.close();
    this.current = state;
    await this.forgetBefore(this.nextJournal(state.seq, [checkpointPath(this.folder, this.format)]));
    return ok(state);
  }

  private nextJournal(seq: number, standsOn: readonly string[]): number {
    this.generation += 1;
    const header = journalHeaderLine(this.format, seq);
    this.journal = new JournalFile(journalPath(this.folder, this.generation), header, 0, { standsOn });
    return this.generation;
  }

  private async forgetBefore(generation: number): Promise<void> {
    const superfluous: string[] = [];
    for (let each = this.oldest; each < generation; each++) superfluous.push(journalPath(this.folder, each));
    this.oldest = generation;
    await removeSuperfluous(superfluous);
  }
}
