import type { RowEdit } from '../../core/draft/draft.ts';
import { type Row, Rows } from '../../core/readers/rows.ts';
import { filterWords, foldText } from '../../core/text/fold-text.ts';
import { type Sort, sortRows } from './sort-rows.ts';

/**
 * Which rows the grid lists, and in which order, as row numbers. An edit costs what it touches: neither filter nor sort is
 * run again, so that a reader being worked on neither jumps nor vanishes. They are when the person filters or sorts.
 */
export class ListView {
  /** The rows listed; a new array whenever it changes. */
  order: readonly number[] = [];
  filter = '';
  sort: Sort | null = null;
  rows = Rows.empty;
  /** Every row that is one (additions taken back are not), sorted, whether it passes the filter or not. */
  arranged: readonly number[] = [];
  private only: ((row: number) => boolean) | null = null;
  private texts: (string | undefined)[] = [];

  /** Lists another draft; filter and sort stay. */
  reset(rows: Rows): void {
    this.rows = rows;
    this.texts = [];
    this.arrange();
  }

  /** Follows edits of single rows. New rows come last; a taken-back addition leaves, and returns to its place. */
  edit(rows: Rows, edits: readonly RowEdit[]): void {
    const before = this.rows;
    this.rows = rows;
    const gone = new Set<number>();
    const come: number[] = [];
    for (const { row: number, before: readerBefore, after } of edits) {
      this.texts[number] = undefined;
      // A reader before and after: it was listed and is, whatever became of it.
      if (readerBefore && after) continue;
      const was = isListed(before.at(number));
      const is = isListed(rows.at(number));
      if (was && !is) gone.add(number);
      if (!was && is) come.push(number);
    }
    if (gone.size > 0) {
      const stays = (number: number) => !gone.has(number);
      this.arranged = this.arranged.filter(stays);
      this.order = this.order.filter(stays);
    }
    if (come.length > 0) {
      come.sort((a, b) => a - b);
      this.arranged = this.placed(this.arranged, come);
      this.order = this.placed(this.order, come);
    }
  }

  setFilter(filter: string): void {
    this.filter = filter;
    this.order = this.passing();
  }

  /** Lists only rows of which this is true, of those that pass the filter. Asked now, and when filter or sort are run. */
  setOnly(only: ((row: number) => boolean) | null): void {
    this.only = only;
    this.order = this.passing();
  }

  setSort(sort: Sort | null): void {
    this.sort = sort;
    this.arrange();
  }

  /** Folds the text of every row ahead of time, so that the first filter keystroke is as quick as the others. */
  prepareFilter(): void {
    for (const number of this.arranged) this.text(number);
  }

  private arrange(): void {
    const listed: number[] = [];
    this.rows.forEach((row, number) => {
      if (isListed(row)) listed.push(number);
    });
    this.arranged = this.sort ? sortRows(this.rows, listed, this.sort) : listed;
    this.order = this.passing();
  }

  private passing(): readonly number[] {
    const { only } = this;
    const words = filterWords(this.filter);
    const candidates = only ? this.arranged.filter(only) : this.arranged;
    if (words.length === 0) return candidates;
    return candidates.filter((number) => {
      const text = this.text(number);
      if (!words.every((word) => text.includes(word))) return false;
      // `Turnstile 2` is not meant for Turnstile 1 because its ID has a 2: one name or the ID has all the words.
      return words.length === 1 || text.split('\n').some((field) => words.every((word) => field.includes(word)));
    });
  }

  private placed(order: readonly number[], come: readonly number[]): number[] {
    const all = [...order, ...come];
    // In the list's own order a number is a place; after a sort, what comes new is last until the person sorts again.
    const last = order.at(-1);
    const first = come[0];
    const isInPlace = last === undefined || first === undefined || last < first;
    return this.sort || isInPlace ? all : all.sort((a, b) => a - b);
  }

  private text(number: number): string {
    let text = this.texts[number];
    if (text === undefined) {
      text = searchText(this.rows.at(number));
      this.texts[number] = text;
    }
    return text;
  }
}

function isListed(row: Row | undefined): boolean {
  return row !== undefined && (row.base !== null || row.mine !== null);
}

/** What the grid shows of a row: its id and its name, the old name too where it was renamed. */
function searchText(row: Row | undefined): string {
  const { base, mine } = row ?? { base: null, mine: null };
  const old = base && mine && base.name !== mine.name ? `\n${base.name}` : '';
  const reader = mine ?? base;
  return reader ? foldText(`${reader.id}\n${reader.name}${old}`) : '';
}
