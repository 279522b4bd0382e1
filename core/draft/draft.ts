import { type ChangeCounts, countChanges, noChanges, rowChange, sameSide, totalChanges } from '../readers/change.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';
import { type Row, Rows } from '../readers/rows.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DraftAction, NewName, RowEdit, Step } from './draft-action.ts';
import { acceptReaders, acceptRows, rebaseRows, rebaseSteps, rowOn } from './rebase.ts';
import { setListEdits } from './set-list.ts';

export type { DraftAction, RowEdit, Step } from './draft-action.ts';

/** The operator's edited list, as an immutable value. `replay(base, actions)` gives the same draft everywhere. */
export interface Draft {
  /** When the base was read from Camio (ISO 8601, UTC); null if it never was. */
  readonly baseReadAt: string | null;
  /** Readers in the longest list of Camio's that was taken over since the last push that was read back. */
  readonly longestSeen: number;
  readonly rows: Rows;
  readonly counts: ChangeCounts;
  /** Oldest first; at most `undoLimit` steps. */
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  /** Rises by one with each action applied, and with a new base that renumbers rows or rewrites undo steps. */
  readonly seq: number;
}

export type DraftRefusal =
  | { readonly code: 'no such reader'; readonly row: number }
  | { readonly code: 'id is fixed'; readonly row: number; readonly id: string }
  | { readonly code: 'nothing to undo' }
  | { readonly code: 'nothing to redo' }
  | { readonly code: 'nothing changes' };

export const undoLimit = 1000;

export const emptyDraft: Draft = {
  baseReadAt: null,
  longestSeen: 0,
  rows: Rows.empty,
  counts: noChanges,
  undo: [],
  redo: [],
  seq: 0,
};

/** A draft without changes on the given base. */
export function startDraft(remote: RemoteList): Draft {
  return rebase(emptyDraft, remote);
}

/** The draft after one action, with what changed, or why the action cannot be done. */
export function applyAction(
  draft: Draft,
  action: DraftAction,
): Result<{ readonly draft: Draft; readonly edits: readonly RowEdit[] }, DraftRefusal> {
  if (action.kind === 'undo') {
    const step = draft.undo.at(-1);
    if (!step) return fail({ code: 'nothing to undo' });
    const edits = step.edits.map(({ row, before, after }) => ({ row, before: after, after: before })).reverse();
    const next = { ...editRows(draft, edits), undo: draft.undo.slice(0, -1), redo: [...draft.redo, step] };
    return ok({ draft: next, edits });
  }
  if (action.kind === 'redo') {
    const step = draft.redo.at(-1);
    if (!step) return fail({ code: 'nothing to redo' });
    const next = { ...editRows(draft, step.edits), undo: [...draft.undo, step], redo: draft.redo.slice(0, -1) };
    return ok({ draft: next, edits: step.edits });
  }
  const planned = planEdits(draft, action);
  if (!planned.ok) return planned;
  const edits = withEffect(planned.value);
  if (edits.length === 0) return fail({ code: 'nothing changes' });
  return ok({ draft: takeStep(draft, { action: action.kind, edits }), edits });
}

/** The same list where all of them have one: it may be as long as the draft's. */
function withEffect(edits: readonly RowEdit[]): readonly RowEdit[] {
  const has = ({ before, after }: RowEdit) => !sameSide(before, after);
  return edits.every(has) ? edits : edits.filter(has);
}

/** The draft after a step that can be undone. The step's edits must be of its rows as they are. */
export function takeStep(draft: Draft, step: Step): Draft {
  return { ...editRows(draft, step.edits), undo: [...draft.undo, step].slice(-undoLimit), redo: [] };
}

/** The draft after all actions in order; actions the draft refuses leave it as it is (they were never acknowledged). */
export function replay(draft: Draft, actions: Iterable<DraftAction>): Draft {
  let current = draft;
  for (const action of actions) {
    const applied = applyAction(current, action);
    if (applied.ok) current = applied.value.draft;
  }
  return current;
}

/**
 * The draft on a new base. Rows the person has not touched follow Camio; the person's changes stay, and so does the undo
 * history. Readers are matched by id, and by order where an id repeats. Onto the list it already stands on, only the
 * time changes.
 */
export function rebase(draft: Draft, remote: RemoteList): Draft {
  return onRows(draft, rebaseRows(draft.rows, remote.readers, formerIds(draft)), {
    baseReadAt: remote.readAt,
    longestSeen: Math.max(draft.longestSeen, remote.readers.length),
  });
}

/**
 * `rebase` where the list was found to be the draft's own, whoever sent it: fields that Camio added to it are no changes
 * of the draft.
 */
export function rebaseOnOwn(draft: Draft, remote: RemoteList): Draft {
  const { longestSeen } = draft;
  const rebased = rebaseAfterPush(draft, draft, remote);
  return { ...rebased, longestSeen: Math.max(longestSeen, rebased.longestSeen) };
}

/**
 * The draft once Camio was seen to hold the list of `sent`, an earlier or the same state of it: what was sent is the
 * base now, and only what the person did since `sent` is left as changes.
 */
export function rebaseAfterPush(draft: Draft, sent: Draft, remote: RemoteList): Draft {
  return onPushed(draft, acceptRows(draft.rows, sent.rows), remote);
}

/** `rebaseAfterPush` where of what was sent only the list is known, as after a restart. */
export function rebaseOnSent(draft: Draft, sent: readonly Reader[], remote: RemoteList): Draft {
  return onPushed(draft, acceptReaders(draft.rows, sent), remote);
}

function onPushed(draft: Draft, accepted: Rows, { readers, readAt }: RemoteList): Draft {
  const rows = rebaseRows(accepted, readers, formerIds(draft));
  return onRows(draft, rows, { baseReadAt: readAt, longestSeen: readers.length });
}

/** The draft once Camio has accepted the list of `sent` without letting it be read: the time of the last reading stays. */
export function rebaseUnseen(draft: Draft, sent: Draft): Draft {
  return onRows(draft, acceptRows(draft.rows, sent.rows), {
    baseReadAt: draft.baseReadAt,
    longestSeen: draftLength(sent),
  });
}

/**
 * `seq` moves where row numbers or undo steps are no longer those a window may still show, so that an action meant for
 * the earlier draft is refused and not applied to another reader.
 */
function onRows(draft: Draft, rows: Rows, base: Pick<Draft, 'baseReadAt' | 'longestSeen'>): Draft {
  if (rows === draft.rows) return { ...draft, ...base };
  const undo = rebaseSteps(draft.undo, rows);
  const redo = rebaseSteps(draft.redo, rows);
  const renumbered = rows.length !== draft.rows.length || undo !== draft.undo || redo !== draft.redo;
  return { ...base, rows, counts: countChanges(rows), undo, redo, seq: renumbered ? draft.seq + 1 : draft.seq };
}

/**
 * The ids that empty rows had, by row, where an undo step can bring their readers back: such a reader that returns to
 * Camio's list takes its former row again, so that undoing does not make a second one of it.
 */
function formerIds({ rows, undo, redo }: Draft): () => ReadonlyMap<number, string> {
  return () => {
    const ids = new Map<number, string>();
    for (const { edits } of [...undo, ...redo]) {
      for (const { row, before, after } of edits) {
        const sides = rows.at(row);
        const id = (after ?? before)?.id;
        if (sides && !sides.base && !sides.mine && id !== undefined) ids.set(row, id);
      }
    }
    return ids;
  };
}

/** Whether there is a list to work on: one that was read, or readers entered while Camio's could not be seen. */
export function hasList(draft: Draft): boolean {
  return draft.baseReadAt !== null || draft.rows.length > 0;
}

/** The list a push would send, in order. */
export function draftReaders(draft: Draft): Reader[] {
  const readers: Reader[] = [];
  draft.rows.forEach(({ mine }) => {
    if (mine) readers.push(mine);
  });
  return readers;
}

/** The list the draft started from, in order. */
export function baseReaders(draft: Draft): Reader[] {
  const readers: Reader[] = [];
  draft.rows.forEach(({ base }) => {
    if (base) readers.push(base);
  });
  return readers;
}

/** Readers in the draft's list. */
export function draftLength({ counts }: Draft): number {
  return counts.added + counts.renamed + counts.changed + counts.unchanged;
}

/** Readers in the base. */
export function baseLength({ counts }: Draft): number {
  return counts.removed + counts.renamed + counts.changed + counts.unchanged;
}

export function hasChanges(draft: Draft): boolean {
  return totalChanges(draft.counts) > 0;
}

function planEdits(
  draft: Draft,
  action: Exclude<DraftAction, { kind: 'undo' | 'redo' }>,
): Result<readonly RowEdit[], DraftRefusal> {
  const edits: RowEdit[] = [];
  switch (action.kind) {
    case 'add':
      return ok(additions(draft, action.readers));
    case 'rename':
      return renames(draft, action.names);
    case 'set id': {
      const target = draft.rows.at(action.row);
      if (!target?.mine) return fail({ code: 'no such reader', row: action.row });
      if (target.base) return fail({ code: 'id is fixed', row: action.row, id: target.base.id });
      return ok([{ row: action.row, before: target.mine, after: { ...target.mine, id: action.id } }]);
    }
    case 'delete':
      return removals(draft, action.rows);
    case 'revert':
      for (const row of action.rows) {
        const target = draft.rows.at(row);
        if (!target) return fail({ code: 'no such reader', row });
        edits.push({ row, before: target.mine, after: target.base });
      }
      return ok(edits);
    case 'set list':
      return ok(setListEdits(draft.rows, action.readers));
    case 'import':
    case 'paste': {
      const renamed = namings(draft, action.names);
      if (!renamed.ok) return renamed;
      const removed = removals(draft, action.removed);
      if (!removed.ok) return removed;
      return ok([...renamed.value, ...removed.value, ...additions(draft, action.readers)]);
    }
  }
}

function additions({ rows }: Draft, readers: readonly Reader[]): RowEdit[] {
  return readers.map((reader, index) => ({ row: rows.length + index, before: null, after: reader }));
}

function renames({ rows }: Draft, names: readonly NewName[]): Result<RowEdit[], DraftRefusal> {
  const edits: RowEdit[] = [];
  for (const { row, name } of names) {
    const reader = rows.at(row)?.mine;
    if (!reader) return fail({ code: 'no such reader', row });
    edits.push({ row, before: reader, after: { ...reader, name } });
  }
  return ok(edits);
}

/** As renames do; a reader that was taken out of the draft comes back under its name. */
function namings({ rows }: Draft, names: readonly NewName[]): Result<RowEdit[], DraftRefusal> {
  const edits: RowEdit[] = [];
  for (const { row, name } of names) {
    const { base = null, mine = null } = rows.at(row) ?? {};
    const reader = mine ?? base;
    if (!reader) return fail({ code: 'no such reader', row });
    edits.push({ row, before: mine, after: { ...reader, name } });
  }
  return ok(edits);
}

function removals({ rows }: Draft, removed: readonly number[]): Result<RowEdit[], DraftRefusal> {
  const edits: RowEdit[] = [];
  for (const row of removed) {
    const reader = rows.at(row)?.mine;
    if (!reader) return fail({ code: 'no such reader', row });
    edits.push({ row, before: reader, after: null });
  }
  return ok(edits);
}

function editRows(draft: Draft, edits: readonly RowEdit[]): Draft {
  const counts = { ...draft.counts };
  const editing = draft.rows.edit();
  for (const { row, after } of inRowOrder(edits)) {
    const before = editing.at(row) ?? noRow;
    const next = rowOn(before.base, after);
    const was = rowChange(before);
    const is = rowChange(next);
    if (was) counts[was] -= 1;
    if (is) counts[is] += 1;
    editing.set(row, next);
  }
  return { ...draft, rows: editing.done(), counts, seq: draft.seq + 1 };
}

const noRow: Row = { base: null, mine: null };

/** New rows have to come one after the other. Mostly they do, and sorting 100,000 edits takes longer than making them. */
function inRowOrder(edits: readonly RowEdit[]): readonly RowEdit[] {
  const isInOrder = edits.every(({ row }, index) => row >= (edits[index - 1]?.row ?? 0));
  return isInOrder ? edits : [...edits].sort((a, b) => a.row - b.row);
}
