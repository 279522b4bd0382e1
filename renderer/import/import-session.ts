import { firstChoices, type ImportChoices, type ImportComparison } from '../../core/import/import-comparison.ts';
import {
  asDetected,
  type ImportMapping,
  type ImportTable,
  type ImportTarget,
  type QuoteStyle,
  type ReadOptions,
} from '../../core/import/import-table.ts';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import type { ImportOutcome, ImportProgress } from '../../core/ipc/import-calls.ts';
import { fail, ok } from '../../core/result.ts';
import { AppFailure, unwrap } from '../ipc/app-failure.ts';
import type { ToastAction } from '../ui/toast.ts';

/** The list that a file is imported into, as the window holds it. */
export interface ImportedList {
  readonly target: ImportTarget;
  readonly connectionId: string;
  /** Waits until main has on disk what the window shows, and answers its `seq`. Throws why it could not be saved. */
  settled(): Promise<number>;
  /** Opens main's list again, as after an import. */
  reload(): Promise<void>;
  /** What the message about an import offers. */
  offerUndo(): ToastAction;
}

export const importSteps = ['file', 'columns', 'compare', 'apply'] as const;
export type ImportStep = (typeof importSteps)[number];

type Work = 'choosing' | 'reading' | 'comparing' | 'importing';

export interface ImportState {
  readonly step: ImportStep;
  /** Null until a file has been read. */
  readonly table: ImportTable | null;
  readonly options: ReadOptions;
  /** Ways to read the quotation marks of a file that could not be read as it seems to be meant. */
  readonly offers: readonly QuoteStyle[];
  /** As in the table to begin with, then as the person binds the columns. */
  readonly mapping: ImportMapping | null;
  readonly choices: ImportChoices;
  /** Of the mapping and the repairs as they are, unless it is being made anew; null before the first. */
  readonly comparison: ImportComparison | null;
  /** What main is doing, and how far it has come where that is known. */
  readonly work: Work | null;
  readonly progress: Pick<ImportProgress, 'done' | 'total'> | null;
  /** Why the last call did not work: an AppFailure, or whatever was thrown. */
  readonly failure: unknown;
}

export type ImportApi = Pick<ReaderDeskApi, 'import'> & { readonly on: Pick<ReaderDeskApi['on'], 'importProgress'> };

const atFirst: ImportState = {
  step: 'file',
  table: null,
  options: asDetected,
  offers: [],
  mapping: null,
  choices: firstChoices,
  comparison: null,
  work: null,
  progress: null,
  failure: null,
};

/**
 * One run of the import wizard, from the choice of a file to its end. Main holds the file; what is asked of it while it
 * works on the same question is asked once more at the end, so that the last answer is of what the person last said.
 */
export class ImportSession {
  readonly list: ImportedList;
  private current = atFirst;
  private readonly listeners = new Set<() => void>();
  private readonly endProgress: () => void;
  private questions = 0;
  /** The list's `seq` when it was compared: what is imported is what was looked at. */
  private comparedSeq = 0;
  private isOver = false;

  /** `onEnd` hears what became of the import; null where the person gave it up. */
  constructor(
    private readonly api: ImportApi,
    list: ImportedList,
    private readonly onEnd: (outcome: ImportOutcome | null) => void,
  ) {
    this.list = list;
    this.endProgress = api.on.importProgress((progress) => {
      if (progress.connectionId === list.connectionId) this.follow(progress);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): ImportState => this.current;

  /** Asks for a file. Where none is chosen, the file chosen before stays; without one the import is over. */
  readonly choose = async (): Promise<void> => {
    const { connectionId, target } = this.list;
    await this.work('choosing', async () => {
      const chosen = await unwrap(this.api.import.choose({ connectionId, target }));
      if (chosen.kind === 'opened') this.set({ ...atFirst, work: 'reading', ...begunWith(chosen.table) });
      else if (chosen.kind === 'unread') {
        this.set({ ...atFirst, work: 'reading', offers: chosen.offers, failure: new AppFailure(chosen.error) });
      } else if (this.current.table === null && this.current.failure === null) this.end(null);
    });
  };

  /** Reads the file again in another way. */
  readonly readAs = async (options: Partial<ReadOptions>): Promise<void> => {
    const { work, table, offers } = this.current;
    if ((table === null && offers.length === 0) || (work !== null && work !== 'reading')) return;
    this.set({ options: { ...this.current.options, ...options } });
    await this.latest('reading', async () => {
      const { connectionId } = this.list;
      const table = await unwrap(this.api.import.read({ connectionId, options: this.current.options }));
      return () => this.set(begunWith(table));
    });
  };

  readonly bind = (mapping: ImportMapping): void => this.set({ mapping, comparison: null });

  readonly setChoices = (choices: Partial<ImportChoices>): void => {
    this.set({ choices: { ...this.current.choices, ...choices } });
    const changesRows = choices.repairs ?? choices.leftOut ?? choices.takenIn ?? choices.otherNames;
    if (changesRows) void this.compare();
  };

  /** Goes on to the next step; comparing is done on the way. Does nothing while something is under way. */
  readonly next = (): void => {
    const { step, work, comparison } = this.current;
    const following = importSteps[importSteps.indexOf(step) + 1];
    if (work !== null || following === undefined) return;
    this.set({ step: following, failure: null });
    if (following === 'compare' && comparison === null) void this.compare();
  };

  readonly back = (): void => {
    const { step, work } = this.current;
    const previous = importSteps[importSteps.indexOf(step) - 1];
    if (work === null && previous !== undefined) this.set({ step: previous, failure: null });
  };

  readonly compare = async (): Promise<void> => {
    await this.latest('comparing', async () => {
      const seq = await this.list.settled();
      const { mapping, choices } = this.current;
      if (mapping === null) throw new Error('Columns were compared before a file was read.');
      const { connectionId } = this.list;
      const comparison = await unwrap(this.api.import.compare({ connectionId, mapping, choices }));
      return () => {
        this.comparedSeq = seq;
        this.set({ comparison, failure: null });
      };
    });
  };

  readonly apply = async (): Promise<void> => {
    const { mapping, choices } = this.current;
    const { connectionId } = this.list;
    await this.work('importing', async () => {
      if (mapping === null) throw new Error('A file was imported before it was read.');
      await this.list.settled();
      const seq = this.comparedSeq;
      const outcome = await unwrap(this.api.import.apply({ connectionId, mapping, choices, seq }));
      await this.list.reload();
      this.end(outcome);
    });
    // What was compared is old then: the list is opened again, and the person looks at the new comparison.
    if (this.current.failure instanceof AppFailure && this.current.failure.error.code === 'draft-out-of-step') {
      await this.list.reload();
      this.set({ step: 'compare', comparison: null });
    }
  };

  /** Gives the import up, whatever is under way. Nothing has changed. */
  readonly cancel = (): void => {
    // An import that is being written cannot be called back; it is one step that can be undone.
    if (this.isOver || this.current.work === 'importing') return;
    void this.api.import.cancel({ connectionId: this.list.connectionId });
    this.end(null);
  };

  private end(outcome: ImportOutcome | null): void {
    this.isOver = true;
    this.endProgress();
    this.onEnd(outcome);
  }

  /** Asks main a question, and again where the person said something else meanwhile; takes the last answer only. */
  private async latest(kind: 'reading' | 'comparing', ask: () => Promise<() => void>): Promise<void> {
    this.questions += 1;
    await this.work(kind, async () => {
      for (;;) {
        const asked = this.questions;
        const answer = await ask().then(ok, fail);
        if (this.isOver) return;
        if (asked !== this.questions) continue;
        if (!answer.ok) throw answer.error;
        return answer.value();
      }
    });
  }

  /** Does one thing at a time; what fails is shown. */
  private async work(kind: Work, job: () => Promise<void>): Promise<void> {
    if (this.current.work !== null || this.isOver) return;
    this.set({ work: kind, progress: null });
    try {
      await job();
    } catch (failure) {
      if (kind === 'choosing') this.set({ ...atFirst, work: kind });
      this.set({ failure });
    }
    this.set({ work: null, progress: null });
  }

  private follow({ phase, done, total }: ImportProgress): void {
    const { work } = this.current;
    // The file has been chosen, and main is reading it.
    if (work === 'choosing' && phase === 'reading') this.set({ work: 'reading' });
    if (this.current.work === phase) this.set({ progress: { done, total } });
  }

  private set(change: Partial<ImportState>): void {
    if (this.isOver) return;
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** A table that was just read: bound as suggested, compared with nothing yet. */
function begunWith(table: ImportTable) {
  return { table, mapping: table.mapping, choices: firstChoices, comparison: null, failure: null };
}
