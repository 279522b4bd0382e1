import type { AppError } from '../../core/app-error.ts';
import type { DraftAction, RowEdit, Step } from '../../core/draft/draft.ts';
import type { NewName } from '../../core/draft/draft-action.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { Row } from '../../core/readers/rows.ts';
import { counted } from '../../core/text/amounts.ts';
import { nothingSelected, type Selection } from '../grid/selection.ts';
import { undoAction } from '../sessions/undo-action.ts';
import type { ToastAction } from '../ui/toast.ts';
import type { DraftSession } from './draft-session.ts';
import { phraseRefusal, phraseUnfinished } from './phrase-refusal.ts';
import { phraseStep } from './phrase-step.ts';
import type { Cursor, Editing, ReaderList } from './reader-list.ts';

/** Where the page speaks to the person. */
export interface Say {
  news(text: string, action?: ToastAction): void;
  failure(error: AppError): void;
}

/** What a person can do to readers on the page: each act goes to the draft, and the list moves to where it shows. */
export class ReaderActions {
  constructor(
    private readonly session: DraftSession,
    private readonly list: ReaderList,
    private readonly say: Say,
  ) {}

  /** Opens a cell for typing, `typed` in place of its text; says why where a cell cannot be edited. */
  edit(row: number, field: Editing['field'], typed: string | null): void {
    const found = this.row(row);
    if (!found?.mine) this.say.failure(phraseRefusal({ code: 'no such reader', row }));
    else if (field === 'id' && found.base) {
      this.say.failure(phraseRefusal({ code: 'id is fixed', row, id: found.base.id }));
    } else this.list.edit({ row, field, text: typed ?? found.mine[field] });
  }

  /** Takes over what was typed. Unchanged text changes nothing. */
  commitEdit(): void {
    const { editing } = this.list.state();
    if (!editing) return;
    const { row, field, text } = editing;
    this.list.edit(null);
    if (this.row(row)?.mine?.[field] === text) return;
    this.act(field === 'id' ? { kind: 'set id', row, id: text } : { kind: 'rename', names: [{ row, name: text }] });
  }

  cancelEdit(): void {
    this.list.edit(null);
  }

  /** Adds a reader at the end and goes there. */
  add(reader: Reader): void {
    const edits = this.act({ kind: 'add', readers: [reader] });
    for (const { row } of edits) this.list.showRow(row);
  }

  /**
   * Adds the reader that is typed in the line for new ones, and closes the line. Answers false, having said why, where it
   * cannot be in a list yet; then it stays there.
   */
  addTyped(): boolean {
    const { newLine } = this.list;
    const { typed } = newLine.state();
    if (!typed || (typed.id === '' && typed.name === '')) return true;
    const blocking = this.list.issuesIfNew(typed).find(({ severity }) => severity === 'blocks');
    if (blocking) {
      this.say.failure(phraseUnfinished(typed, blocking));
      return false;
    }
    this.add(typed);
    newLine.close();
    return true;
  }

  /** Removes the selected readers, or the one the keyboard is on. Removed readers stay listed until they are pushed. */
  remove(): void {
    const state = this.session.state();
    if (state.kind !== 'open') return;
    const rows = chosenRows(this.list.state()).filter((row) => state.draft.rows.at(row)?.mine);
    if (rows.length === 0) return;
    const edits = this.act({ kind: 'delete', rows });
    this.list.select(nothingSelected);
    this.say.news(
      `${phraseRemoved(edits)} removed from the draft.`,
      undoAction(this.session, () => this.undo()),
    );
  }

  /** Gives readers new names, as one step. */
  rename(names: readonly NewName[]): void {
    const edits = this.act({ kind: 'rename', names });
    this.say.news(
      `${counted(edits.length, 'reader')} renamed.`,
      undoAction(this.session, () => this.undo()),
    );
  }

  /** Brings a removed reader back as Camio has it. */
  keep(row: number): void {
    this.act({ kind: 'revert', rows: [row] });
  }

  undo(): void {
    const step = this.lastStep('undo');
    this.show(this.act({ kind: 'undo' }), 'Undone', step);
  }

  redo(): void {
    const step = this.lastStep('redo');
    this.show(this.act({ kind: 'redo' }), 'Done again', step);
  }

  /** Whether a cell takes text: a name always does, an ID only until Camio has it. */
  canEdit(row: number, field: Editing['field']): boolean {
    const found = this.row(row);
    return found?.mine != null && (field === 'name' || found.base === null);
  }

  /** Whether a reader of the list has this very ID. */
  isTaken(id: string): boolean {
    const state = this.session.state();
    if (state.kind !== 'open') return false;
    for (const { mine } of state.draft.rows) if (mine?.id === id) return true;
    return false;
  }

  private lastStep(of: 'undo' | 'redo'): Step | undefined {
    const state = this.session.state();
    return state.kind === 'open' ? state.draft[of].at(-1) : undefined;
  }

  private row(number: number): Row | undefined {
    const state = this.session.state();
    return state.kind === 'open' ? state.draft.rows.at(number) : undefined;
  }

  private act(action: DraftAction): readonly RowEdit[] {
    const done = this.session.dispatch(action);
    if (done.ok) return done.value;
    // A held-down key asks once too often; that is not worth a message.
    const isIdle = done.error.code.startsWith('nothing');
    if (!isIdle) this.say.failure(phraseRefusal(done.error));
    return [];
  }

  /** Says what an undo or redo did, and goes to the first reader it touched, if the filter shows one. */
  private show(edits: readonly RowEdit[], done: string, step: Step | undefined): void {
    if (!step || edits.length === 0) return;
    const stillThere = edits.filter(({ row }) => isListed(this.row(row)));
    const isSeen = stillThere.some(({ row }) => this.list.showRow(row));
    const hidden = stillThere.length > 0 && !isSeen ? ' The filter hides them.' : '';
    this.say.news(`${done}: ${phraseStep(step)}.${hidden}`);
  }
}

interface Chosen {
  readonly selection: Selection;
  readonly cursor: Cursor | null;
}

/** The rows an act is meant for: those selected, else the one the person put the keyboard on. */
export function chosenRows({ selection, cursor }: Chosen): readonly number[] {
  if (selection.rows.size > 0) return [...selection.rows];
  return cursor?.isPut && cursor.row !== null ? [cursor.row] : [];
}

function phraseRemoved(edits: readonly RowEdit[]): string {
  const [only] = edits;
  if (edits.length > 1 || !only?.before) return counted(edits.length, 'reader');
  return `“${only.before.name || only.before.id}”`;
}

function isListed(row: Row | undefined): boolean {
  return row !== undefined && (row.base !== null || row.mine !== null);
}
