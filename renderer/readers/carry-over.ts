import { applyAction, type Draft, type DraftAction } from '../../core/readers/draft.ts';
import type { NewName } from '../../core/readers/draft-action.ts';

/** An act of the person that main has not acknowledged yet, with the draft it led to. */
export interface PendingAction {
  readonly action: DraftAction;
  readonly draft: Draft;
}

interface Uncarried {
  readonly pending: readonly PendingAction[];
  readonly saved: Draft;
  readonly reloaded: Draft;
  readonly unanswered: boolean;
}

interface Carried {
  readonly pending: PendingAction[];
  readonly leftOut: number;
}

/**
 * Puts actions that are not on disk yet onto a draft that was just read from main. `saved` is the draft they began from;
 * readers they added may get other row numbers, since a new base appends rows. `unanswered`: the first was sent and its
 * answer got lost, so main may have it. Actions that no longer apply (the reader is gone) are left out and counted.
 */
export function carryOver({ pending, saved, reloaded, unanswered }: Uncarried): Carried {
  // The window is the only one who acts on a draft: where main is ahead after a lost answer, it did that action.
  const known = unanswered && reloaded.seq > saved.seq ? 1 : 0;
  const start = (known === 1 ? pending[0]?.draft : null) ?? saved;
  const shift = reloaded.rows.length - start.rows.length;
  const moved = (row: number) => (row < start.rows.length ? row : row + shift);
  const carried: PendingAction[] = [];
  let draft = reloaded;
  for (const { action } of pending.slice(known)) {
    const applied = applyAction(draft, withRows(action, moved));
    if (!applied.ok) continue;
    draft = applied.value.draft;
    carried.push({ action: withRows(action, moved), draft });
  }
  return { pending: carried, leftOut: pending.length - known - carried.length };
}

function withRows(action: DraftAction, moved: (row: number) => number): DraftAction {
  const movedName = ({ row, name }: NewName): NewName => ({ row: moved(row), name });
  switch (action.kind) {
    case 'rename':
      return { kind: 'rename', names: action.names.map(movedName) };
    case 'import':
    case 'paste':
      return { ...action, names: action.names.map(movedName), removed: action.removed.map(moved) };
    case 'set id':
      return { ...action, row: moved(action.row) };
    case 'delete':
    case 'revert':
      return { ...action, rows: action.rows.map(moved) };
    case 'add':
    case 'set list':
    case 'undo':
    case 'redo':
      return action;
  }
}
