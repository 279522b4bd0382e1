import type { ReaderIssue } from '../checks/reader-issue.ts';
import { readerIssues } from '../checks/validate.ts';
import type { DraftAction, NewName } from '../draft/draft-action.ts';
import type { Damage } from '../import/import-comparison.ts';
import type { Reader } from '../readers/reader.ts';
import type { Rows } from '../readers/rows.ts';
import type { KnownIds } from './known-ids.ts';
import type { PastedRow, PastedRows } from './pasted-rows.ts';

/** What the person decides about IDs that may be meant for others of the list. */
export const doubtChoices = ['leave out', 'use known', 'add'] as const;
export type DoubtChoice = (typeof doubtChoices)[number];

/** A reader that a row of the clipboard adds, gives another name, or brings back where it was removed from the draft. */
export interface PastedChange {
  readonly row: number;
  readonly kind: 'added' | 'renamed' | 'brought back';
  readonly id: string;
  readonly name: string;
  /** The name it has now, or had when it was removed; '' for a new reader. */
  readonly before: string;
  /** The draft's row; null for a new reader. */
  readonly target: number | null;
}

/** Why a row of the clipboard is left out. */
export type PasteProblem =
  | { readonly code: 'no id' | 'id twice in the list' | 'reader was removed' | 'no reader left' }
  | { readonly code: 'id repeats'; readonly other: number }
  | { readonly code: 'blocked'; readonly issue: ReaderIssue };

export interface LeftOutRow extends PastedRow {
  readonly problem: PasteProblem;
}

/** A row with an ID that the list does not have, but reads like one that it has, or like a number Excel has shortened. */
export interface DoubtfulRow extends PastedRow {
  readonly doubt: Damage;
  readonly known: string | null;
  /** As long as the person has not said what it is. */
  readonly isLeftOut: boolean;
}

/** What a paste would do to the draft. */
export interface PastePlan {
  readonly changes: readonly PastedChange[];
  /** Rows that say what the draft has already, or nothing at all. */
  readonly unchanged: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly doubtful: readonly DoubtfulRow[];
  /** Readers added or renamed that the checks will warn of. */
  readonly warned: number;
}

interface PasteInto {
  readonly rows: Rows;
  readonly ids: KnownIds;
  /** The draft's rows as they are shown from the keyboard's place downward: a column of names goes to them, in order. */
  readonly below: readonly number[];
  /** What a column is that does not say it: IDs of new readers, or names. */
  readonly either: 'ids' | 'names';
  readonly doubts: DoubtChoice;
}

/** Rows looked at between two pauses. */
const sliceRows = 500;

/** Works out what a paste would do. Pauses now and then, so that the window can go on meanwhile. */
export function* planPaste(pasted: PastedRows, into: PasteInto): Generator<undefined, PastePlan> {
  const planner = new PastePlanner(pasted, into);
  for (const [index, row] of pasted.rows.entries()) {
    yield* planner.put(row);
    if (index % sliceRows === sliceRows - 1) yield;
  }
  return planner.plan;
}

/** How many rows of the clipboard are left out. */
export function countLeftOut({ leftOut, doubtful }: PastePlan): number {
  return leftOut.length + doubtful.filter(({ isLeftOut }) => isLeftOut).length;
}

/** The plan as one step of the draft. */
export function pasteAction({ changes }: PastePlan): DraftAction {
  const names: NewName[] = [];
  const readers: Reader[] = [];
  for (const { target, id, name } of changes) {
    if (target === null) readers.push({ id, name });
    else names.push({ row: target, name });
  }
  return { kind: 'paste', names, readers, removed: [] };
}

class PastePlanner {
  private readonly changes: PastedChange[] = [];
  private readonly leftOut: LeftOutRow[] = [];
  private readonly doubtful: DoubtfulRow[] = [];
  private unchanged = 0;
  private warned = 0;
  /** The row of the clipboard that each id was on. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly pasted: PastedRows,
    private readonly into: PasteInto,
  ) {}

  get plan(): PastePlan {
    const { changes, unchanged, leftOut, doubtful, warned } = this;
    return { changes, unchanged, leftOut, doubtful, warned };
  }

  *put(pasted: PastedRow): Generator<undefined, void> {
    const { columns } = this.pasted;
    const kind = columns === 'either' ? this.into.either : columns;
    if (kind === 'names') this.putName(pasted);
    else if (columns === 'either') yield* this.putReader({ ...pasted, id: pasted.name, name: '' });
    else yield* this.putReader(pasted);
  }

  /** As in a spreadsheet: each row goes to the reader that stands beside it, an empty one to none. */
  private putName(pasted: PastedRow): void {
    const target = this.into.below[pasted.row - this.pasted.firstRow];
    const reader = target === undefined ? undefined : this.into.rows.at(target)?.mine;
    if (target === undefined) this.leaveOut(pasted, { code: 'no reader left' });
    else if (!reader) this.leaveOut(pasted, { code: 'reader was removed' });
    else this.rename({ ...pasted, id: reader.id }, reader, target);
  }

  private *putReader(pasted: PastedRow): Generator<undefined, void> {
    const { ids, doubts } = this.into;
    const like = pasted.id === '' || ids.placeOf(pasted.id) !== null ? null : yield* ids.likeId(pasted.id);
    if (pasted.id === '') this.leaveOut(pasted, { code: 'no id' });
    else if (!like) this.putCertain(pasted);
    else {
      const meant = doubts === 'add' ? pasted.id : doubts === 'use known' ? like.known : null;
      this.doubtful.push({ ...pasted, ...like, isLeftOut: meant === null });
      if (meant !== null) this.putCertain({ ...pasted, id: meant });
    }
  }

  private putCertain(pasted: PastedRow): void {
    const { ids, rows } = this.into;
    const place = ids.placeOf(pasted.id);
    const row = typeof place === 'number' ? rows.at(place) : null;
    const other = this.seen.get(pasted.id);
    this.seen.set(pasted.id, other ?? pasted.row);
    if (other !== undefined) this.leaveOut(pasted, { code: 'id repeats', other });
    else if (place === 'several') this.leaveOut(pasted, { code: 'id twice in the list' });
    else if (place !== null && row?.mine) this.rename(pasted, row.mine, place);
    else if (place !== null && row?.base) this.bringBack(pasted, row.base, place);
    else this.change({ ...pasted, kind: 'added', before: '', target: null });
  }

  private bringBack(pasted: PastedRow, { name: before }: Reader, target: number): void {
    this.change({ ...pasted, kind: 'brought back', name: pasted.name || before, before, target });
  }

  /** A name that is not given leaves the reader's own. */
  private rename(pasted: PastedRow, { name: before }: Reader, target: number): void {
    if (pasted.name === '' || pasted.name === before) this.unchanged += 1;
    else this.change({ ...pasted, kind: 'renamed', before, target });
  }

  private change(change: PastedChange): void {
    const issues = readerIssues(change);
    const blocking = issues.find((issue) => issue.severity === 'blocks' && isPasted(issue, change));
    if (blocking) this.leaveOut(change, { code: 'blocked', issue: blocking });
    else {
      if (issues.length > 0) this.warned += 1;
      this.changes.push(change);
    }
  }

  private leaveOut({ row, id, name }: PastedRow, problem: PasteProblem): void {
    this.leftOut.push({ row, id, name, problem });
  }
}

/** Whether an issue is about text of the clipboard: the id of a reader that is only renamed is the draft's own. */
function isPasted(issue: ReaderIssue, { kind }: PastedChange): boolean {
  return kind === 'added' || ('field' in issue && issue.field === 'name');
}
