import type { AppError } from '../../core/app-error.ts';
import { applyAction, type Draft, type DraftAction } from '../../core/readers/draft.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { JournalFile } from '../store/journal-file.ts';
import { writeCheckpoint } from './draft-checkpoint.ts';
import { journalHeaderLine, journalLine, journalPath } from './draft-files.ts';
import { closing, outOfStep } from './draft-notices.ts';
import { type Recovered, recoverDraft, removeSuperfluous } from './draft-recovery.ts';

type Answer = (result: Result<Draft, AppError>) => void;

/** The draft on a new base, or why it is not put there. */
export type NewBase = (draft: Draft) => Result<Draft, AppError>;

/** What waits for its turn: actions, written several at a time, or a new base, written alone. */
type Job =
  | { readonly kind: 'apply'; readonly seq: number; readonly action: DraftAction; readonly answer: Answer }
  | { readonly kind: 'rebase'; readonly onto: NewBase; readonly answer: Answer };

/**
 * One connection's draft and its files. An action is answered when it is on disk; actions that come in while another is
 * being written share the next write. Once a journal has grown long, the draft becomes a new checkpoint beside it: actions
 * go on into the next journal at once, so nobody waits, and until the checkpoint is in place both journals count.
 */
export class DraftJournal {
  private current: Draft;
  private generation: number;
  private journal: JournalFile;
  private waiting: Job[] = [];
  private working: Promise<void> | null = null;
  private compacting: Promise<void> = Promise.resolve();
  private closed = false;
  private readonly folder: string;
  private readonly compactAfterBytes: number;
  /** Oldest generation whose journal may still be there. */
  private oldest: number;
  private notices: AppError[];

  static async open(
    folder: string,
    options: { readonly now: () => Date; readonly compactAfterBytes: number },
  ): Promise<Result<DraftJournal, AppError>> {
    const recovered = await recoverDraft(folder, options.now);
    return recovered.ok ? ok(new DraftJournal(folder, recovered.value, options.compactAfterBytes)) : recovered;
  }

  private constructor(folder: string, recovered: Recovered, compactAfterBytes: number) {
    this.folder = folder;
    this.compactAfterBytes = compactAfterBytes;
    this.current = recovered.draft;
    this.generation = recovered.generation;
    this.oldest = recovered.oldest;
    this.notices = [...recovered.notices];
    const { seq, bytes } = recovered.journal;
    this.journal = new JournalFile(journalPath(folder, this.generation), journalHeaderLine(seq), bytes);
  }

  /** The draft as it is on disk. */
  get draft(): Draft {
    return this.current;
  }

  /** What a person should know about the files; each is given out once. */
  takeNotices(): readonly AppError[] {
    const taken = this.notices;
    this.notices = [];
    return taken;
  }

  /** Applies an action to the draft numbered `seq`. Refuses with `draft-out-of-step` or `disk`, the draft unchanged. */
  apply(seq: number, action: DraftAction): Promise<Result<Draft, AppError>> {
    return new Promise((answer) => this.enqueue({ kind: 'apply', seq, action, answer }));
  }

  /** Puts the draft on a new base, as one new checkpoint. Refuses with `disk` or as `onto` does, the draft unchanged. */
  rebase(onto: NewBase): Promise<Result<Draft, AppError>> {
    return new Promise((answer) => this.enqueue({ kind: 'rebase', onto, answer }));
  }

  /** Waits for writes under way and leaves the draft as one checkpoint. Nothing may be asked of it afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
    if (this.journal.bytes > 0 || this.oldest < this.generation) this.compact();
    await this.compacting;
    await this.journal.close();
  }

  private enqueue(job: Job): void {
    if (this.closed) {
      job.answer(fail(closing()));
      return;
    }
    this.waiting.push(job);
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const [first] = this.waiting;
        if (first?.kind === 'rebase') {
          this.waiting.shift();
          const based = first.onto(this.current);
          first.answer(based.ok ? await this.startOn(based.value) : based);
        } else {
          await this.write(this.takeActions());
        }
      }
    } finally {
      this.working = null;
    }
  }

  /** The actions at the head of the queue. */
  private takeActions(): Extract<Job, { kind: 'apply' }>[] {
    const end = this.waiting.findIndex(({ kind }) => kind === 'rebase');
    const taken = this.waiting.splice(0, end < 0 ? this.waiting.length : end);
    return taken.filter((job) => job.kind === 'apply');
  }

  private async write(jobs: readonly Extract<Job, { kind: 'apply' }>[]): Promise<void> {
    let draft = this.current;
    const lines: string[] = [];
    const accepted: { answer: Answer; draft: Draft }[] = [];
    for (const { seq, action, answer } of jobs) {
      const applied = seq === draft.seq ? applyAction(draft, action) : null;
      if (!applied?.ok) {
        answer(fail(outOfStep()));
        continue;
      }
      lines.push(journalLine(seq, action));
      draft = applied.value.draft;
      accepted.push({ answer, draft });
    }
    if (lines.length === 0) return;
    const written = await this.journal.append(lines.join(''));
    if (written.ok) this.current = draft;
    for (const { answer, draft: after } of accepted) answer(written.ok ? ok(after) : written);
    if (written.ok && this.journal.bytes > this.compactAfterBytes) this.compact();
  }

  /** Begins the next journal at once; the checkpoint it stands on is written meanwhile. */
  private compact(): void {
    const draft = this.current;
    const former = this.journal;
    const generation = this.nextJournal(draft.seq);
    this.compacting = this.compacting.then(async () => {
      await former.close();
      const written = await writeCheckpoint(this.folder, draft, generation);
      if (written.ok) await this.forgetBefore(generation);
      // Nothing is lost: the journals go on counting until a later checkpoint can be written.
      else this.notices.push(written.error);
    });
  }

  private async startOn(draft: Draft): Promise<Result<Draft, AppError>> {
    await this.compacting;
    const written = await writeCheckpoint(this.folder, draft, this.generation + 1);
    if (!written.ok) return written;
    await this.journal.close();
    this.current = draft;
    await this.forgetBefore(this.nextJournal(draft.seq));
    return ok(draft);
  }

  private nextJournal(seq: number): number {
    this.generation += 1;
    this.journal = new JournalFile(journalPath(this.folder, this.generation), journalHeaderLine(seq), 0);
    return this.generation;
  }

  private async forgetBefore(generation: number): Promise<void> {
    const superfluous: string[] = [];
    for (let each = this.oldest; each < generation; each++) superfluous.push(journalPath(this.folder, each));
    this.oldest = generation;
    await removeSuperfluous(superfluous);
  }
}
