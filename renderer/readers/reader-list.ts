import type { Draft, RowEdit } from '../../core/readers/draft.ts';
import { IdIndex } from '../../core/readers/id-index.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { ReaderIssue } from '../../core/readers/reader-issue.ts';
import { readerIssues } from '../../core/readers/validate.ts';
import { nameColumn } from './columns.ts';
import type { DraftSession } from './draft-session.ts';
import type { CellPlace } from './grid-keys.ts';
import { ListView } from './list-view.ts';
import { keepListed, nothingSelected, type Selection } from './selection.ts';
import { nextSort, type Sort, type SortKey } from './sort-rows.ts';

/** The cell the keyboard is on. `row` is null on the head and in an empty list. */
export interface Cursor extends CellPlace {
  readonly row: number | null;
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
  readonly sort: Sort | null;
  readonly selection: Selection;
  readonly cursor: Cursor;
  /** Rises whenever the keyboard is put somewhere: the grid then scrolls there. */
  readonly moves: number;
  readonly editing: Editing | null;
  /** The line for new readers is open. */
  readonly isAdding: boolean;
}

const none: readonly ReaderIssue[] = [];

/**
 * How the Readers page shows one draft: what is listed, where the keyboard is, what is selected and typed. Follows the
 * draft edit by edit and outlives the page.
 */
export class ReaderList {
  private readonly view = new ListView();
  private readonly listeners = new Set<() => void>();
  private readonly issues = new Map<number, readonly ReaderIssue[]>();
  private ids = new IdIndex();
  private current: ListState = {
    order: [],
    filter: '',
    sort: null,
    selection: nothingSelected,
    cursor: { index: 0, row: null, column: nameColumn },
    moves: 0,
    editing: null,
    isAdding: false,
  };

  constructor(session: DraftSession) {
    session.onEdits((draft, edits) => this.follow(draft, edits));
    const state = session.state();
    if (state.kind === 'open') this.follow(state.draft, null);
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
    this.moveTo({ index: filter.trim() ? 0 : index, column });
  }

  /** Makes the first keystroke in the filter as quick as the others. */
  prepareFilter(): void {
    this.view.prepareFilter();
  }

  sortBy(key: SortKey): void {
    this.view.setSort(nextSort(this.view.sort, key));
    this.listed();
  }

  /** Puts the keyboard on a cell. */
  moveTo({ index, column }: CellPlace): void {
    const row = this.current.order[index] ?? null;
    const cursor = { index: row === null ? -1 : index, row, column };
    this.set({ cursor, moves: this.current.moves + 1 });
  }

  /** Puts the keyboard on a row, in the column it is in. Answers false where the row is not listed. */
  moveToRow(row: number): boolean {
    const index = this.current.order.indexOf(row);
    if (index < 0) return false;
    this.moveTo({ index, column: this.current.cursor.column });
    return true;
  }

  select(selection: Selection): void {
    this.set({ selection });
  }

  edit(editing: Editing | null): void {
    this.set({ editing });
  }

  setAdding(isAdding: boolean): void {
    this.set({ isAdding });
  }

  /** What is wrong with a row's reader. The same array until something about it changes. */
  issuesOf(row: number): readonly ReaderIssue[] {
    const known = this.issues.get(row);
    if (known) return known;
    const reader = this.view.rows.at(row)?.mine;
    const issues = reader ? [...readerIssues(reader), ...this.ids.issuesOf(row)] : none;
    this.issues.set(row, issues);
    return issues;
  }

  /** What would be wrong if this were the row's reader; a row beyond the last is a new one. */
  issuesIf(row: number, reader: Reader): readonly ReaderIssue[] {
    const mine = this.view.rows.at(row)?.mine ?? null;
    this.ids.apply([{ row, before: mine, after: reader }]);
    const shared = this.ids.issuesOf(row);
    this.ids.apply([{ row, before: reader, after: mine }]);
    return [...readerIssues(reader), ...shared];
  }

  private follow({ rows }: Draft, edits: readonly RowEdit[] | null): void {
    if (edits) {
      this.view.edit(rows, edits);
      this.ids.apply(edits);
      // An id that comes or goes can change what is wrong with readers elsewhere in the list.
      if (edits.some(({ before, after }) => before?.id !== after?.id)) this.issues.clear();
      for (const { row } of edits) this.issues.delete(row);
    } else {
      this.view.reset(rows);
      this.ids = IdIndex.of(rows);
      this.issues.clear();
    }
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
      sort,
      cursor: { index, row: order[index] ?? null, column: cursor.column },
      selection: keepListed(selection, order),
      editing: isGone ? null : editing,
    });
  }

  private set(change: Partial<ListState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
