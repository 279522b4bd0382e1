import type { AppError } from '../../core/app-error.ts';
import { actionParts } from '../../core/draft/action-parts.ts';
import { applyAction, type Draft, type DraftAction, type DraftRefusal, type RowEdit } from '../../core/draft/draft.ts';
import { DraftReading } from '../../core/draft/draft-parts.ts';
import type { Calls, InputOf, ReaderDeskApi } from '../../core/ipc/contract.ts';
import type { OpenedDraft, RefreshOutcome, RemoteComparison } from '../../core/ipc/draft-calls.ts';
import { jsonText } from '../../core/json-text.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { ok, type Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import { answered, brokenCall } from '../ipc/answered.ts';
import { type EditsListener, JournalledSession, type SaveStatus } from '../sessions/journalled-session.ts';
import { onRowsOf } from './on-rows-of.ts';

/** Camio's list is known to be another than the draft's base. */
export interface RemoteMoved {
  /** How many readers differ, as last seen. */
  readonly readers: number;
  /** Rises with each news of it: what was compared before is old then. */
  readonly sightings: number;
}

/** A merge as it was looked over: what was compared, and the choices. */
export type SettledMerge = Omit<InputOf<Calls['draft']['merge']>, 'connectionId'>;

/** What is known of Camio's list beside the draft. */
interface Reading {
  /** Camio's list is being read. */
  readonly reading: boolean;
  /** Why the last reading failed; null after one that worked. */
  readonly readError: AppError | null;
  /** Until the draft stands on Camio's list, nothing can be pushed. Null as far as is known. */
  readonly moved: RemoteMoved | null;
}

export type DraftState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | ({ readonly kind: 'open'; readonly draft: Draft; readonly save: SaveStatus } & Reading);

export type DraftApi = Pick<ReaderDeskApi, 'draft'> & {
  readonly on: Pick<ReaderDeskApi['on'], 'pushState' | 'remoteMoved'>;
};

/** So many parts of a draft are on their way at a time: enough that the next is mostly there, few enough to leave main free. */
const partsAhead = 4;

/** What a long action did is on the screen by then, before its parts begin to take the window's time. */
const onScreenAfterMs = 50;

/** The draft of one connection as the window holds it, and what is known of the list it is for. */
export class DraftSession {
  readonly holds = 'draft';
  private readonly journal: JournalledSession<Draft, DraftAction, RowEdit, DraftRefusal>;
  private readonly listeners = new Set<() => void>();
  private readonly endListeners: readonly (() => void)[];
  private current: DraftState = { kind: 'opening' };
  /** Known before the draft is open too: the news of a move may come first. */
  private known: Reading = { reading: false, readError: null, moved: null };
  /** The base of the draft main opened last; null where none was opened or it was never read. */
  private baseReadAt: string | null | undefined;

  /** `report` is told what a person must know although nobody asked: files repaired, changes that could not be kept. */
  constructor(
    private readonly api: DraftApi,
    readonly connectionId: string,
    report: (error: AppError) => void,
  ) {
    this.journal = new JournalledSession({
      open: () => this.open(),
      save: (seq, action) => this.send(seq, action),
      apply: (draft, action) => {
        const applied = applyAction(draft, action);
        return applied.ok ? ok({ value: applied.value.draft, edits: applied.value.edits }) : applied;
      },
      adapt: onRowsOf,
      phraseReopened,
      report,
    });
    this.journal.subscribe(() => this.show());
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
    void this.journal.begin().then(() => this.readFirst());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): DraftState => this.current;

  /** Calls the listener after every change of rows. Answers with the function that ends it. */
  onEdits(listener: EditsListener<Draft, RowEdit>): () => void {
    return this.journal.onEdits(listener);
  }

  /** Applies an action at once and saves it in the background. Answers with what it changed, or why it cannot be done. */
  dispatch(action: DraftAction): Result<readonly RowEdit[], DraftRefusal | { readonly code: 'not open' }> {
    return this.journal.dispatch(action);
  }

  /** Opens the draft again, or sends again what could not be saved. */
  async retry(): Promise<void> {
    const neverOpened = this.current.kind === 'failed';
    await this.journal.retry();
    if (neverOpened) await this.readFirst();
  }

  /** Opens main's draft again, as after a push; actions that are not saved yet are put onto it. */
  async reload(): Promise<void> {
    await this.journal.reload();
  }

  /** Waits until every action so far is saved or saving has failed. */
  async settled(): Promise<SaveStatus> {
    return this.journal.settled();
  }

  /** Saves what is not saved yet, also what could not be saved before. */
  async settle(): Promise<void> {
    await this.journal.settle();
  }

  /** How many edits are not on disk, and why, where saving has failed. */
  unsaved(): { readonly edits: number; readonly error: AppError | null } {
    return this.journal.unsaved();
  }

  /**
   * Reads Camio's list and puts the draft on it. Edits made meanwhile are kept and saved after it, since main may be
   * renumbering rows. Answers null where a reading is under way already or the draft is not open.
   */
  async refresh(): Promise<Result<RefreshOutcome, AppError> | null> {
    if (this.current.kind !== 'open' || this.known.reading) return null;
    this.learn({ reading: true });
    return this.journal.inLane(async () => {
      const outcome = await answered(() => this.api.draft.refresh({ connectionId: this.connectionId }));
      if (outcome.ok && outcome.value.kind === 'adopted') await this.journal.reloadInLane();
      this.learn({ reading: false, readError: outcome.ok ? null : outcome.error });
      if (outcome.ok) this.noteMoved(outcome.value.kind === 'drift' ? outcome.value.differences.total : 0);
      return outcome;
    });
  }

  /** Compares the draft as saved so far with the list Camio holds now. */
  async compare(): Promise<Result<RemoteComparison, AppError>> {
    return this.journal.inLane(async () => {
      const comparison = await answered(() => this.api.draft.compare({ connectionId: this.connectionId }));
      if (comparison.ok && comparison.value.kind === 'unmoved') this.noteMoved(0);
      return comparison;
    });
  }

  /** Merges the draft with the list it was compared with, and goes on from there. */
  async merge(settled: SettledMerge): Promise<Result<unknown, AppError>> {
    return this.journal.inLane(async () => {
      const merged = await answered(() => this.api.draft.merge({ connectionId: this.connectionId, ...settled }));
      // Where the answer got lost main may have merged: opening the draft again shows it.
      if (merged.ok || merged.error.code === brokenCall) await this.journal.reloadInLane();
      return merged;
    });
  }

  /** Whether nothing is lost by closing it. */
  canEnd(): boolean {
    const state = this.current;
    return state.kind !== 'open' || (state.save.kind === 'saved' && !state.reading);
  }

  /** Ends the session's subscriptions. Only for a session whose actions are saved. */
  close(): void {
    for (const end of this.endListeners) end();
  }

  /** Hands an action to main. The window does not stand still over a long one: keys and frames come in between its parts. */
  private async send(seq: number, action: DraftAction): Promise<Result<unknown, AppError>> {
    const { api, connectionId } = this;
    const [first = action, ...rest] = actionParts(action);
    if (rest.length === 0) return api.draft.apply({ connectionId, seq, action: jsonText(first) });
    await new Promise((resolve) => setTimeout(resolve, onScreenAfterMs));
    const handOver = (part: DraftAction, at: number) =>
      api.draft.applyPart({ connectionId, seq, at, isLast: at === rest.length, action: jsonText(part) });
    let answer = await handOver(first, 0);
    for (const [index, part] of rest.entries()) {
      if (!answer.ok) return answer;
      answer = await handOver(part, index + 1);
    }
    return answer;
  }

  private async open() {
    const opened = await this.api.draft.open({ connectionId: this.connectionId });
    if (!opened.ok) return opened;
    const read = await this.read(opened.value);
    if (!read.ok) return read;
    const draft = read.value;
    const isSameBase = this.baseReadAt === undefined || this.baseReadAt === draft.baseReadAt;
    const moved = isSameBase ? this.known.moved : null;
    const isMoved = !moved && opened.value.moved > 0;
    this.known = { ...this.known, moved: isMoved ? { readers: opened.value.moved, sightings: 1 } : moved };
    this.baseReadAt = draft.baseReadAt;
    return ok({ value: draft, notices: opened.value.notices });
  }

  /**
   * The rest of a draft that was opened. Some parts are on their way while one is taken; keys and frames come in between.
   * Nobody knows how many there are: main refuses what is asked beyond the last, and nobody waits for that.
   */
  private async read({ opening, part }: OpenedDraft): Promise<Result<Draft, AppError>> {
    const ask = () => answered(() => this.api.draft.more({ connectionId: this.connectionId, opening }));
    const asked = part.isLast ? [] : Array.from({ length: partsAhead }, ask);
    const reading = new DraftReading();
    reading.take(part);
    for (let next = asked.shift(); next; next = asked.shift()) {
      const more = await next;
      if (!more.ok) return more;
      if (more.value.isLast) asked.length = 0;
      else asked.push(ask());
      reading.take(more.value);
    }
    return ok(reading.draft());
  }

  /** Reads a list that was never read. */
  private async readFirst(): Promise<void> {
    if (this.current.kind === 'open' && this.current.draft.baseReadAt === null) await this.refresh();
  }

  private noteMoved(readers: number): void {
    const before = this.known.moved;
    if (readers > 0) this.learn({ moved: { readers, sightings: (before?.sightings ?? 0) + 1 } });
    else if (before) this.learn({ moved: null });
  }

  private learn(news: Partial<Reading>): void {
    this.known = { ...this.known, ...news };
    this.show();
  }

  private show(): void {
    const state = this.journal.state();
    this.current =
      state.kind === 'open' ? { kind: 'open', draft: state.value, save: state.save, ...this.known } : state;
    for (const listener of this.listeners) listener();
  }
}

function movesBase({ kind }: PushState): boolean {
  return kind === 'stored' || kind === 'sent, not verified';
}

function phraseReopened(leftOut: number): AppError {
  const lost = counted(leftOut, 'change');
  return {
    code: 'draft-out-of-step',
    message:
      leftOut === 0
        ? 'The draft on disk had moved on, so it was opened again. Your changes are kept.'
        : `The draft on disk had moved on, so it was opened again. ${lost} could not be kept, because the readers are gone.`,
    next: 'Look over the list before you push it.',
  };
}
