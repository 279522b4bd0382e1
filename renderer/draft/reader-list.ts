import type { Findings } from '../../core/checks/list-checks.ts';
import type { ReaderIssue } from '../../core/checks/reader-issue.ts';
import type { Draft, RowEdit } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { Rows } from '../../core/readers/rows.ts';
import type { CellPlace } from '../grid/grid-keys.ts';
import { keepListed, nothingSelected, type Selection } from '../grid/selection.ts';
import { NewLine } from '../ui/new-line.ts';
import { nameColumn } from './columns.ts';
import type { DraftSession } from './draft-session.ts';
import { type IssueFilter, IssueWatch } from './issue-watch.ts';
import { ListView } from './list-view.ts';
import { sameReaders } from './same-readers.ts';
import { nextSort, type Sort, type SortKey } from './sort-rows.ts';

/** The cell the keyboard is on. `row` is null on the head and in an empty list. */
export interface Cursor extends CellPlace {
  readonly row: number | null;
  /** The person put it there. Else it is only where the keyboard would come in, and no act is meant for its row. */
  readonly isPut: boolean;
}

/** A cell being typed in. The text lives here, so that leaving the page does not lose it. */
export interface Editing {
  readonly row: number;
  readonly field: 'id' | 'name';
  readonly text: string;
}

export interface ListState {
  /** Row numbers in the order shown. */
  readonly order: readonly number[];
  readonly filter: string;
  /** Only readers with this issue are listed; null lists them whatever is wrong with them. */
  readonly issueFilter: IssueFilter | null;
  /** What is worth a look in the whole list; null until it has been gone through. */
  readonly findings: Findings | null;
  readonly sort: Sort | null;
  readonly selection: Selection;
  readonly cursor: Cursor;
  /** Rises whenever the keyboard is put somewhere: the grid then scrolls there. */
  readonly moves: number;
  readonly editing: Editing | null;
}

const nothingTyped: Reader = { id: '', name: '' };

const beyondLastRow = Number.MAX_SAFE_INTEGER;

/** Whether the list in view may be only a part of the draft's. */
export const isFiltered = ({ filter, issueFilter }: ListState): boolean => filter.trim() !== '' || issueFilter !== null;

/**
 * How the Readers page shows one draft: what is listed, where the keyboard is, what is selected and typed. Follows the
 * draft edit by edit and outlives the page.
 */
export class ReaderList {
  /** The line for new readers. */
  readonly newLine = new NewLine(nothingTyped);
  private readonly view = new ListView();
  private readonly listeners = new Set<() => void>();
  private readonly issues = new IssueWatch(() => this.surveyed());
  private current: ListState = {
    order: [],
    filter: '',
    issueFilter: null,
    findings: null,
    sort: null,
    selection: nothingSelected,
    cursor: { index: 0, row: null, column: nameColumn, isPut: false },
    moves: 0,
    editing: null,
  };

  constructor(session: DraftSession) {
    session.onEdits((draft, edits) => this.take(draft, edits));
    const state = session.state();
    if (state.kind === 'open') this.take(state.draft, null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): ListState => this.current;

  /** Lists what passes the filter, from its first match; without a filter, the reader found stays in sight. */
  setFilter(filter: string): void {
    this.view.setFilter(filter);
    this.listed();
    const { index, column } = this.current.cursor;
    this.show({ index: filter.trim() ? 0 : index, column });
  }

  /** Lists only readers with an issue, of those that pass the filter. */
  setIssueFilter(issueFilter: IssueFilter | null): void {
    this.set({ issueFilter });
    this.listIssues();
    this.show({ index: 0, column: this.current.cursor.column });
  }

  /** Takes both filters off. */
  showAll(): void {
    this.set({ issueFilter: null });
    this.view.setOnly(null);
    this.setFilter('');
  }

  /** Every reader's row number in the order of the list, whatever the filters hide. */
  everyRow(): readonly number[] {
    return this.view.arranged;
  }

  /** Makes the first keystroke in the filter as quick as the others. */
  prepareFilter(): void {
    this.view.prepareFilter();
  }

  sortBy(key: SortKey): void {
    this.view.setSort(nextSort(this.view.sort, key));
    this.listed();
  }

  /** The person puts the keyboard on a cell. */
  moveTo(place: CellPlace): void {
    this.set({ cursor: this.cursorAt(place, true), moves: this.current.moves + 1 });
  }

  /** The keyboard has come to a cell, which is in sight. */
  follow(place: CellPlace): void {
    const { index, row, column, isPut } = this.current.cursor;
    if ((isPut || row === null) && place.index === index && place.column === column) return;
    this.set({ cursor: this.cursorAt(place, true) });
  }

  /** Brings a row in sight; the keyboard would come in there. Answers false where the row is not listed. */
  showRow(row: number): boolean {
    const index = this.current.order.indexOf(row);
    if (index < 0) return false;
    this.show({ index, column: this.current.cursor.column });
    return true;
  }

  select(selection: Selection): void {
    this.set({ selection });
  }

  edit(editing: Editing | null): void {
    this.set({ editing });
  }

  /** What is wrong with a row's reader. The same array until something about it changes. */
  issuesOf(row: number): readonly ReaderIssue[] {
    return this.issues.issuesOf(row, this.view.rows.at(row)?.mine ?? null);
  }

  /** What would be wrong if this, which is being typed, were the row's reader. */
  issuesIf(row: number, reader: Reader): readonly ReaderIssue[] {
    return this.issues.issuesIf(row, reader);
  }

  /** What would be wrong with this as a new reader. */
  issuesIfNew(reader: Reader): readonly ReaderIssue[] {
    return this.issues.issuesIf(beyondLastRow, reader);
  }

  private show(place: CellPlace): void {
    const { row, isPut } = this.current.cursor;
    const cursor = this.cursorAt(place, true);
    this.set({ cursor: { ...cursor, isPut: isPut && cursor.row === row }, moves: this.current.moves + 1 });
  }

  private cursorAt({ index, column }: CellPlace, isPut: boolean): Cursor {
    const row = this.current.order[index] ?? null;
    return { index: row === null ? -1 : index, row, column, isPut: isPut && row !== null };
  }

  private take({ rows }: Draft, edits: readonly RowEdit[] | null): void {
    if (edits) {
      this.view.edit(rows, edits);
      this.issues.follow(rows, edits);
    } else {
      // Which readers have an issue is not known before the new list has been gone through.
      this.view.setOnly(null);
      this.renumber(this.view.rows, rows);
      this.view.reset(rows);
      this.issues.begin(rows);
    }
    this.listed();
  }

  /** Keyboard, selection and what is being typed stay with their readers, whatever row numbers these have now. */
  private renumber(from: Rows, to: Rows): void {
    const { cursor, selection, editing } = this.current;
    const wanted = [cursor.row, selection.anchor, editing?.row ?? null, ...selection.rows];
    const same = sameReaders(new Set(wanted.filter((row) => row !== null)), from, to);
    const now = (row: number | null) => (row === null ? null : (same.get(row) ?? null));
    const edited = now(editing?.row ?? null);
    this.current = {
      ...this.current,
      cursor: { ...cursor, row: now(cursor.row) },
      selection: {
        rows: new Set([...selection.rows].map(now).filter((row) => row !== null)),
        anchor: now(selection.anchor),
      },
      editing: editing && edited !== null ? { ...editing, row: edited } : null,
    };
  }

  private surveyed(): void {
    if (this.current.issueFilter !== null) this.listIssues();
    else this.listed();
  }

  private listIssues(): void {
    const { issueFilter } = this.current;
    this.view.setOnly(issueFilter === null ? null : (row) => this.issues.has(row, issueFilter));
    this.listed();
  }

  /** Takes over what the view lists now; the keyboard stays on its reader, or else in its place. */
  private listed(): void {
    const { order, filter, sort } = this.view;
    const { cursor, selection, editing } = this.current;
    const found = cursor.row === null ? -1 : order.indexOf(cursor.row);
    const isOnHead = cursor.index < 0;
    const index = found >= 0 || isOnHead ? found : Math.min(cursor.index, order.length - 1);
    const isGone = editing !== null && !this.view.rows.at(editing.row)?.mine;
    this.set({
      order,
      filter,
      findings: this.issues.findings,
      sort,
      cursor: { index, row: order[index] ?? null, column: cursor.column, isPut: found >= 0 && cursor.isPut },
      selection: keepListed(selection, order),
      editing: isGone ? null : editing,
    });
  }

  private set(change: Partial<ListState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
