import type { AppError } from '../../core/app-error.ts';
import { createQueue } from '../../core/queue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { answered, brokenCall } from '../ipc/answered.ts';
import { carryOver, type PendingAction } from './carry-over.ts';

/** Whether what the person sees is on disk. `unsaved` counts the actions that are not. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly unsaved: number };

export type SessionState<Value> =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'open'; readonly value: Value; readonly save: SaveStatus };

/** What happened to the value: its edits, or null where the whole of it was replaced. */
export type EditsListener<Value, Edit> = (value: Value, edits: readonly Edit[] | null) => void;

/** What main keeps in a journal of actions, e.g. the draft: how it is read and saved, and what an action does to it. */
export interface Journalled<Value extends { readonly seq: number }, Action, Edit, Refusal> {
  readonly open: () => Promise<Result<{ readonly value: Value; readonly notices: readonly AppError[] }, AppError>>;
  /** `seq` is the value's before the action. */
  readonly save: (seq: number, action: Action) => Promise<Result<unknown, AppError>>;
  readonly apply: (
    value: Value,
    action: Action,
  ) => Result<{ readonly value: Value; readonly edits: readonly Edit[] }, Refusal>;
  /** The action as it is meant once main's value is another than the one it was made for. */
  readonly adapt: (action: Action, from: Value, to: Value) => Action;
  /** What to tell after main's value had moved on. `leftOut` counts the actions that could not be kept. */
  readonly phraseReopened: (leftOut: number) => AppError;
  /** Is told what a person must know although nobody asked: files repaired, changes that could not be kept. */
  readonly report: (error: AppError) => void;
}

/**
 * What main keeps in a journal, as the window holds it. An action is applied at once and sent to main in order, one at a
 * time; *saved* means that main has acknowledged all of them. Where saving fails, nothing is rolled back: the actions are
 * kept in order and sent again on `retry` or with the next action.
 */
export class JournalledSession<Value extends { readonly seq: number }, Action, Edit, Refusal> {
  private readonly listeners = new Set<() => void>();
  private readonly editsListeners = new Set<EditsListener<Value, Edit>>();
  private current: SessionState<Value> = { kind: 'opening' };
  /** What main has on disk, as far as it was acknowledged. */
  private saved: Value | null = null;
  private pending: PendingAction<Value, Action>[] = [];
  /** Main's value may differ from `saved`: open it again before anything is sent. */
  private stale = true;
  /** The first pending action was sent and the call broke: main may have done it. */
  private unanswered = false;
  /** Calls to main go one after the other, so that an action always meets the value it was made for. */
  private readonly queue = createQueue();

  constructor(private readonly journalled: Journalled<Value, Action, Edit, Refusal>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): SessionState<Value> => this.current;

  /** Calls the listener after every change of the value. Answers with the function that ends it. */
  onEdits(listener: EditsListener<Value, Edit>): () => void {
    this.editsListeners.add(listener);
    return () => this.editsListeners.delete(listener);
  }

  /** Applies an action at once and saves it in the background. Answers with what it changed, or why it cannot be done. */
  dispatch(action: Action): Result<readonly Edit[], Refusal | { readonly code: 'not open' }> {
    const state = this.current;
    if (state.kind !== 'open') return fail({ code: 'not open' });
    const applied = this.journalled.apply(state.value, action);
    if (!applied.ok) return applied;
    const { value, edits } = applied.value;
    this.pending.push({ action, value });
    const save: SaveStatus =
      state.save.kind === 'failed' ? { ...state.save, unsaved: this.pending.length } : { kind: 'saving' };
    this.set({ ...state, value, save });
    for (const listener of this.editsListeners) listener(value, edits);
    void this.inLane(() => this.save());
    return ok(edits);
  }

  /** Opens the value for the first time. */
  async begin(): Promise<void> {
    await this.inLane(() => this.save());
  }

  /** Opens the value again, or sends again what could not be saved. */
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

  /** Opens main's value again, as after an import; actions that are not saved yet are put onto it. */
  async reload(): Promise<void> {
    this.stale = true;
    await this.inLane(() => this.save());
  }

  /** The same from a job that has the lane already. */
  async reloadInLane(): Promise<void> {
    this.stale = true;
    await this.save();
  }

  /** Waits until every action so far is saved or saving has failed. */
  async settled(): Promise<SaveStatus> {
    await this.inLane(async () => {});
    return this.current.kind === 'open' ? this.current.save : { kind: 'saved' };
  }

  /** Saves what is not saved yet, also what could not be saved before. */
  async settle(): Promise<void> {
    if (this.pending.length === 0) return;
    if (this.current.kind === 'open' && this.current.save.kind === 'failed') await this.retry();
    else await this.settled();
  }

  /** How many edits are not on disk, and why, where saving has failed. */
  unsaved(): { readonly edits: number; readonly error: AppError | null } {
    const save = this.current.kind === 'open' ? this.current.save : null;
    return { edits: this.pending.length, error: save?.kind === 'failed' ? save.error : null };
  }

  /** Does a job once all that was sent before is answered; what comes after waits for it. */
  inLane<T>(job: () => Promise<T>): Promise<T> {
    return this.queue.run(job);
  }

  /** Saves what is not saved. A bug on the way is said like any other failure, and *Retry* begins anew from main's value. */
  private async save(): Promise<void> {
    try {
      await this.sendAll();
    } catch (bug) {
      this.stale = true;
      const error = brokeOff(bug);
      if (this.current.kind === 'open') this.saveFailed(error);
      else this.set({ kind: 'failed', error });
    }
  }

  /** Sends what is not saved, in order, until all is saved or something fails. */
  private async sendAll(): Promise<void> {
    let reopened: AppError | null = null;
    for (;;) {
      if (this.stale && !(await this.open(reopened))) return;
      const [next] = this.pending;
      if (!next || !this.saved) break;
      const { seq } = this.saved;
      const answer = await answered(() => this.journalled.save(seq, next.action));
      if (answer.ok) {
        this.saved = next.value;
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

  /** Takes main's value with the unsaved actions on top. Answers whether that worked; the state says why not. */
  private async open(outOfStep: AppError | null): Promise<boolean> {
    const opened = await answered(() => this.journalled.open());
    if (!opened.ok) {
      if (this.current.kind === 'open') this.saveFailed(opened.error);
      else this.set({ kind: 'failed', error: opened.error });
      return false;
    }
    const { value: reloaded, notices } = opened.value;
    const { pending, saved, unanswered } = this;
    const carried = carryOver({ pending, saved: saved ?? reloaded, reloaded, unanswered }, this.journalled);
    this.saved = reloaded;
    this.stale = false;
    this.unanswered = false;
    this.pending = carried.pending;
    const value = carried.pending.at(-1)?.value ?? reloaded;
    this.set({ kind: 'open', value, save: { kind: carried.pending.length > 0 ? 'saving' : 'saved' } });
    for (const listener of this.editsListeners) listener(value, null);
    for (const notice of notices) this.journalled.report(notice);
    if (outOfStep || carried.leftOut > 0) this.journalled.report(this.journalled.phraseReopened(carried.leftOut));
    return true;
  }

  private saveFailed(error: AppError): void {
    if (this.current.kind !== 'open') return;
    this.set({ ...this.current, save: { kind: 'failed', error, unsaved: this.pending.length } });
  }

  private set(state: SessionState<Value>): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

function brokeOff(bug: unknown): AppError {
  return {
    code: brokenCall,
    message: 'Saving failed inside Reader Desk.',
    next: 'Press Retry. If that does not help, export the list, then start Reader Desk again.',
    detail: String(bug),
  };
}
