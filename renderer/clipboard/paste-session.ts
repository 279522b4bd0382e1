import type { AppError } from '../../core/app-error.ts';
import { KnownIds } from '../../core/clipboard/known-ids.ts';
import {
  countLeftOut,
  type DoubtChoice,
  type PastePlan,
  pasteAction,
  planPaste,
} from '../../core/clipboard/paste-plan.ts';
import { type PastedRows, type PasteRefusal, readPastedRows } from '../../core/clipboard/pasted-rows.ts';
import { phrasePaste, phrasePasteRefusal } from '../../core/clipboard/phrase-paste.ts';
import { Rows } from '../../core/readers/rows.ts';
import { ok, type Result } from '../../core/result.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import { phraseRefusal } from '../draft/phrase-refusal.ts';
import type { Say } from '../draft/reader-actions.ts';
import { inSlices } from '../sessions/in-slices.ts';
import { undoAction } from '../sessions/undo-action.ts';
import { phraseHeader } from './phrase-header.ts';

/** Where the keyboard was when rows were pasted. */
export interface PastePlace {
  /** Row numbers as shown, from the keyboard's place downward. */
  readonly below: readonly number[];
  /** What a column is that does not say it. */
  readonly either: 'ids' | 'names';
}

export interface PasteState {
  /** Null while the rows are gone through for the first time. */
  readonly plan: PastePlan | null;
  readonly pasted: PastedRows | null;
  readonly doubts: DoubtChoice;
  /** The rows are being gone through. */
  readonly isPlanning: boolean;
  /** There is something for the person to look at. */
  readonly isAsking: boolean;
}

interface PasteNeeds {
  readonly session: Pick<DraftSession, 'state' | 'dispatch' | 'onEdits'>;
  readonly place: PastePlace;
  readonly say: Say;
  readonly undo: () => void;
  /** Puts the keyboard on a row of the draft. */
  readonly goTo: (row: number) => void;
  /** The paste is over, done or not. */
  readonly onEnd: () => void;
}

/** As many changes are made without asking; the message afterwards offers to undo them. */
const changesUnasked = 5;
/** More text than this takes a while to go through, and the person sees that something is under way. */
const longText = 100_000;

/** One paste, from the text on the clipboard to a step of the draft. Asks first where there is something to look at. */
export class PasteSession {
  private readonly listeners = new Set<() => void>();
  private current: PasteState;
  private plannedOn: Rows | null = null;
  private endPlanning = () => {};

  constructor(
    private readonly text: string,
    private readonly needs: PasteNeeds,
  ) {
    const isAsking = text.length > longText;
    this.current = { plan: null, pasted: null, doubts: 'leave out', isPlanning: true, isAsking };
    this.replan();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): PasteState => this.current;

  /** What becomes of IDs that may be meant for others. */
  setDoubts(doubts: DoubtChoice): void {
    this.set({ doubts });
    this.replan();
  }

  apply(): void {
    const { plan, pasted, isPlanning } = this.current;
    const { session, say, undo, goTo } = this.needs;
    if (!plan || !pasted || isPlanning) return;
    const state = session.state();
    if (state.kind !== 'open' || state.draft.rows !== this.plannedOn) {
      this.end(movedOn);
      return;
    }
    const done = session.dispatch(pasteAction(plan));
    if (!done.ok) {
      this.end(phraseRefusal(done.error));
      return;
    }
    this.end();
    const [first] = done.value;
    if (first) goTo(first.row);
    say.news(`Pasted: ${phrasePaste(plan)}.${phraseHeader(pasted)}`, undoAction(session, undo));
  }

  cancel(): void {
    this.end();
  }

  private replan(): void {
    this.endPlanning();
    const state = this.needs.session.state();
    const rows = state.kind === 'open' ? state.draft.rows : Rows.empty;
    this.plannedOn = rows;
    this.set({ isPlanning: true });
    this.endPlanning = inSlices(this.steps(rows), { done: (planned) => this.planned(planned) });
  }

  private *steps(rows: Rows): Generator<undefined, Result<Planned, PasteRefusal>> {
    const { place } = this.needs;
    const { doubts } = this.current;
    const ids = yield* KnownIds.of(rows);
    const pasted = yield* readPastedRows(this.text, (id) => ids.placeOf(id) !== null);
    if (!pasted.ok) return pasted;
    const plan = yield* planPaste(pasted.value, { rows, ids, ...place, doubts });
    return ok({ pasted: pasted.value, plan });
  }

  private planned(planned: Result<Planned, PasteRefusal>): void {
    if (!planned.ok) {
      this.set({ isPlanning: false });
      this.end(phrasePasteRefusal(planned.error));
      return;
    }
    const { plan, pasted } = planned.value;
    const isFirst = this.current.plan === null;
    this.set({ plan, pasted, isPlanning: false });
    if (!isFirst) return;
    const isClear = countLeftOut(plan) === 0;
    if (isClear && plan.changes.length === 0) {
      this.end();
      this.needs.say.news('Nothing to paste: the list has all of it already.');
    } else if (isClear && plan.changes.length <= changesUnasked) this.apply();
    else this.set({ isAsking: true });
  }

  private end(why?: AppError): void {
    this.endPlanning();
    this.needs.onEnd();
    if (why) this.needs.say.failure(why);
  }

  private set(change: Partial<PasteState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

interface Planned {
  readonly pasted: PastedRows;
  readonly plan: PastePlan;
}

const movedOn: AppError = {
  code: 'draft-out-of-step',
  message: 'The list has changed since these rows were looked at, so nothing was pasted.',
  next: 'Paste them again.',
};
