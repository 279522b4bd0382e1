import type { AppError } from '../../core/app-error.ts';
import type { Calls, InputOf, ReaderDeskApi, RefreshOutcome, RemoteComparison } from '../../core/ipc.ts';
import {
  applyAction,
  type Draft,
  type DraftAction,
  type DraftRefusal,
  type RowEdit,
} from '../../core/readers/draft.ts';
import { readDraftText } from '../../core/readers/draft-text.ts';
import type { PushState } from '../../core/readers/push-state.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { carryOver, type PendingAction } from './carry-over.ts';

/** Whether what the person sees is on disk. `unsaved` counts the actions that are not. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly unsaved: number };

/** Camio's list is known to be another than the draft's base. */
export interface RemoteMoved {
  /** How many readers differ, as last seen. */
  readonly readers: number;
  /** Rises with each news of it: what was compared before is old then. */
  readonly sightings: number;
}

/** A merge as it was looked over: what was compared, and the choices. */
export type SettledMerge = Omit<InputOf<Calls['draft']['merge']>, 'connectionId'>;

export type DraftState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | {
      readonly kind: 'open';
      readonly draft: Draft;
      readonly save: SaveStatus;
      /** Camio's list is being read. */
      readonly reading: boolean;
      /** Why the last reading failed; null after one that worked. */
      readonly readError: AppError | null;
      /** Until the draft stands on Camio's list, nothing can be pushed. Null as far as is known. */
      readonly moved: RemoteMoved | null;
    };

/** What happened to the rows: single edits, or null where the whole draft was replaced. */
export type EditsListener = (draft: Draft, edits: readonly RowEdit[] | null) => void;

export type DraftApi = Pick<ReaderDeskApi, 'draft'> & {
  readonly on: Pick<ReaderDeskApi['on'], 'pushState' | 'remoteMoved'>;
};

/**
 * The draft of one connection as the window holds it. An action is applied at once and sent to main in order, one at a
 * time; *saved* means that main has acknowledged all of them. Where saving fails, nothing is rolled back: the actions are
 * kept in order and sent again on `retry` or with the next action.
 */
export class DraftSession {
  readonly connectionId: string;
  private readonly api: DraftApi;
  private readonly report: (error: AppError) => void;
  private readonly listeners = new Set<() => void>();
  private readonly editsListeners = new Set<EditsListener>();
  private readonly endListeners: readonly (() => void)[];
  private current: DraftState = { kind: 'opening' };
  /** The draft main has on disk, as far as it was acknowledged. */
  private saved: Draft | null = null;
  private pending: PendingAction[] = [];
  /** Main's draft may differ from `saved`: open it again before anything is sent. */
  private stale = true;
  /** The first pending action was sent and the call broke: main may have done it. */
  private unanswered = false;
  /** Known before the draft is open too: the news of it may come first. */
  private moved: RemoteMoved | null = null;
  /** Calls to main go one after the other, so that an action always meets the draft it was made for. */
  private lane: Promise<unknown> = Promise.resolve();

  /** `report` is told what a person must know although nobody asked: files repaired, changes that could not be kept. */
  constructor(api: DraftApi, connectionId: string, report: (error: AppError) => void) {
    this.api = api;
    this.connectionId = connectionId;
    this.report = report;
    this.endListeners = [
      api.on.pushState((push) => {
        if (push.connectionId !== connectionId) return;
        // A push that Camio accepted has put main's draft on a new base.
        if (movesBase(push.state)) void this.reload();
        if (push.state.kind === 'drift') this.noteMoved(push.state.differences.total);
      }),
      api.on.remoteMoved((news) => {
        if (news.connectionId === connectionId) this.noteMoved(news.readers);
      }),
    ];
    void this.begin();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): DraftState => this.current;

  /** Calls the listener after every change of rows. Answers with the function that ends it. */
  onEdits(listener: EditsListener): () => void {
    this.editsListeners.add(listener);
    return () => this.editsListeners.delete(listener);
  }

  /** Applies an action at once and saves it in the background. Answers with what it changed, or why it cannot be done. */
  dispatch(action: DraftAction): Result<readonly RowEdit[], DraftRefusal | { readonly code: 'not open' }> {
    const state = this.current;
    if (state.kind !== 'open') return fail({ code: 'not open' });
    const applied = applyAction(state.draft, action);
    if (!applied.ok) return applied;
    const { draft, edits } = applied.value;
    this.pending.push({ action, draft });
    const save: SaveStatus =
      state.save.kind === 'failed' ? { ...state.save, unsaved: this.pending.length } : { kind: 'saving' };
    this.set({ ...state, draft, save });
    for (const listener of this.editsListeners) listener(draft, edits);
    void this.inLane(() => this.save());
    return ok(edits);
  }

  /** Opens the draft again, or sends again what could not be saved. */
  async retry(): Promise<void> {
    const state = this.current;
    if (state.kind === 'failed') {
      this.set({ kind: 'opening' });
      await this.begin();
    } else if (state.kind === 'open' && state.save.kind === 'failed') {
      this.set({ ...state, save: { kind: 'saving' } });
      await this.inLane(() => this.save());
    }
  }

  /** Opens main's draft again, as after a push; actions that are not saved yet are put onto it. */
  async reload(): Promise<void> {
    this.stale = true;
    await this.inLane(() => this.save());
  }

  /** Waits until every action so far is saved or saving has failed. */
  async settled(): Promise<SaveStatus> {
    await this.inLane(async () => {});
    return this.current.kind === 'open' ? this.current.save : { kind: 'saved' };
  }

  /**
   * Reads Camio's list and puts the draft on it. Edits made meanwhile are kept and saved after it, since main may be
   * renumbering rows. Answers null where a reading is under way already or the draft is not open.
   */
  async refresh(): Promise<Result<RefreshOutcome, AppError> | null> {
    if (this.current.kind !== 'open' || this.current.reading) return null;
    this.set({ ...this.current, reading: true });
    return this.inLane(async () => {
      const outcome = await answered(() => this.api.draft.refresh({ connectionId: this.connectionId }));
      if (outcome.ok && outcome.value.kind === 'adopted') {
        this.stale = true;
        await this.save();
      }
      if (this.current.kind === 'open') {
        this.set({ ...this.current, reading: false, readError: outcome.ok ? null : outcome.error });
      }
      if (outcome.ok) this.noteMoved(outcome.value.kind === 'drift' ? outcome.value.differences.total : 0);
      return outcome;
    });
  }

  /** Compares the draft as saved so far with the list Camio holds now. */
  async compare(): Promise<Result<RemoteComparison, AppError>> {
    return this.inLane(async () => {
      const comparison = await answered(() => this.api.draft.compare({ connectionId: this.connectionId }));
      if (comparison.ok && comparison.value.kind === 'unmoved') this.noteMoved(0);
      return comparison;
    });
  }

  /** Merges the draft with the list it was compared with, and goes on from there. */
  async merge(settled: SettledMerge): Promise<Result<unknown, AppError>> {
    return this.inLane(async () => {
      const merged = await answered(() => this.api.draft.merge({ connectionId: this.connectionId, ...settled }));
      // Where the answer got lost main may have merged: opening the draft again shows it.
      if (merged.ok || merged.error.code === brokenCall) {
        this.stale = true;
        await this.save();
      }
      return merged;
    });
  }

  /** Ends the session's subscriptions. Only for a session whose actions are saved. */
  close(): void {
    for (const end of this.endListeners) end();
  }

  private async begin(): Promise<void> {
    await this.inLane(() => this.save());
    if (this.current.kind === 'open' && this.current.draft.baseReadAt === null) await this.refresh();
  }

  private inLane<T>(job: () => Promise<T>): Promise<T> {
    const done = this.lane.then(job);
    this.lane = done;
    return done;
  }

  /** Sends what is not saved, in order, until all is saved or something fails. */
  private async save(): Promise<void> {
    let reopened: AppError | null = null;
    for (;;) {
      if (this.stale && !(await this.open(reopened))) return;
      const [next] = this.pending;
      if (!next || !this.saved) break;
      const { connectionId } = this;
      const { seq } = this.saved;
      const answer = await answered(() => this.api.draft.apply({ connectionId, seq, action: next.action }));
      if (answer.ok) {
        this.saved = next.draft;
        this.pending.shift();
        reopened = null;
      } else if (answer.error.code === 'draft-out-of-step' && !reopened) {
        this.stale = true;
        reopened = answer.error;
      } else {
        if (answer.error.code === brokenCall) this.stale = this.unanswered = true;
        this.saveFailed(answer.error);
        return;
      }
    }
    if (this.current.kind === 'open' && this.current.save.kind !== 'saved') {
      this.set({ ...this.current, save: { kind: 'saved' } });
    }
  }

  /** Takes main's draft with the unsaved actions on top. Answers whether that worked; the state says why not. */
  private async open(outOfStep: AppError | null): Promise<boolean> {
    const opened = await answered(() => this.api.draft.open({ connectionId: this.connectionId }));
    if (!opened.ok) {
      if (this.current.kind === 'open') this.saveFailed(opened.error);
      else this.set({ kind: 'failed', error: opened.error });
      return false;
    }
    const reloaded = readDraftText(opened.value.draft);
    const carried = carryOver({
      pending: this.pending,
      saved: this.saved ?? reloaded,
      reloaded,
      unanswered: this.unanswered,
    });
    const isSameBase = this.saved === null || this.saved.baseReadAt === reloaded.baseReadAt;
    this.saved = reloaded;
    this.stale = false;
    this.unanswered = false;
    this.pending = carried.pending;
    const draft = carried.pending.at(-1)?.draft ?? reloaded;
    const kept = this.current.kind === 'open' ? this.current : { reading: false, readError: null };
    const { reading, readError } = kept;
    if (!isSameBase) this.moved = null;
    if (!this.moved && opened.value.moved > 0) this.moved = { readers: opened.value.moved, sightings: 1 };
    const save: SaveStatus = carried.pending.length > 0 ? { kind: 'saving' } : { kind: 'saved' };
    this.set({ kind: 'open', draft, save, reading, readError, moved: this.moved });
    for (const listener of this.editsListeners) listener(draft, null);
    for (const notice of opened.value.notices) this.report(notice);
    if (outOfStep || carried.leftOut > 0) this.report(reopenedNotice(carried.leftOut));
    return true;
  }

  private noteMoved(readers: number): void {
    const before = this.moved;
    this.moved = readers > 0 ? { readers, sightings: (before?.sightings ?? 0) + 1 } : null;
    if (this.current.kind === 'open' && this.moved !== before) this.set({ ...this.current, moved: this.moved });
  }

  private saveFailed(error: AppError): void {
    if (this.current.kind !== 'open') return;
    this.set({ ...this.current, save: { kind: 'failed', error, unsaved: this.pending.length } });
  }

  private set(state: DraftState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

function movesBase({ kind }: PushState): boolean {
  return kind === 'stored' || kind === 'sent, not verified';
}

const brokenCall = 'outcome-unknown';

/** A call's answer; a call that broke instead of answering becomes a failure that can be retried. */
async function answered<T>(call: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await call();
  } catch (cause) {
    return fail({
      code: brokenCall,
      message: 'The program did not answer, so it is not known whether this was done.',
      next: 'Press Retry. If that does not help, start Reader Desk again.',
      detail: String(cause),
    });
  }
}

function reopenedNotice(leftOut: number): AppError {
  const lost = leftOut === 1 ? '1 change' : `${leftOut.toLocaleString('en')} changes`;
  return {
    code: 'draft-out-of-step',
    message:
      leftOut === 0
        ? 'The draft on disk had moved on, so it was opened again. Your changes are kept.'
        : `The draft on disk had moved on, so it was opened again. ${lost} could not be kept, because the readers are gone.`,
    next: 'Look over the list before you push it.',
  };
}
