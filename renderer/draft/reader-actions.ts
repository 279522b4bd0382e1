import type { AppError } from '../../core/app-error.ts';
import type { DraftAction, RowEdit } from '../../core/draft/draft.ts';
import type { NewName } from '../../core/draft/draft-action.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { Row } from '../../core/readers/rows.ts';
import { counted } from '../../core/text/amounts.ts';
import { nothingSelected, type Selection } from '../grid/selection.ts';
import { undoAction } from '../sessions/undo-action.ts';
import type { ToastAction } from '../ui/toast.ts';
import type { DraftSession } from './draft-session.ts';
import { phraseRefusal, phraseUnfinished } from './phrase-refusal.ts';
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
    this.show(this.act({ kind: 'undo' }), 'Undone');
  }

  redo(): void {
    this.show(this.act({ kind: 'redo' }), 'Done again');
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

  /** Goes to the first reader an undo or redo touched, or says that the filter hides it. */
  private show(edits: readonly RowEdit[], done: string): void {
    const stillThere = edits.filter(({ row }) => isListed(this.row(row)));
    const isSeen = stillThere.some(({ row }) => this.list.showRow(row));
    if (stillThere.length > 0 && !isSeen) {
      this.say.news(`${done} for ${counted(stillThere.length, 'reader')} that the filter hides.`);
    }
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
