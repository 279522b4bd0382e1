import type { Draft, DraftAction } from '../../core/draft/draft.ts';
import type { NewName } from '../../core/draft/draft-action.ts';

/**
 * An action made for one draft as it is meant on another of the same list. Readers that were added since get other row
 * numbers there, since a new base appends rows.
 */
export function onRowsOf(action: DraftAction, from: Draft, to: Draft): DraftAction {
  const shift = to.rows.length - from.rows.length;
  const moved = (row: number) => (row < from.rows.length ? row : row + shift);
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
