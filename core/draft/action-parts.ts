import { slices } from '../slices.ts';
import type { DraftAction } from './draft-action.ts';

/** Items of a part: one text of so many readers is made, and crosses the bridge, within a frame. */
const mostItems = 4_000;

/**
 * An action cut into parts that are actions of its kind, so that each is checked as one; a short action is its only part.
 * Only all of them together are what the person did.
 */
export function actionParts(action: DraftAction): readonly DraftAction[] {
  switch (action.kind) {
    case 'add':
    case 'set list':
      return parted(action.readers).map((readers) => ({ ...action, readers }));
    case 'rename':
      return parted(action.names).map((names) => ({ ...action, names }));
    case 'delete':
    case 'revert':
      return parted(action.rows).map((rows) => ({ ...action, rows }));
    case 'import':
    case 'paste': {
      const { names, readers, removed } = action;
      if (names.length + readers.length + removed.length <= mostItems) return [action];
      const nothing = { kind: action.kind, names: [], readers: [], removed: [] };
      return [
        ...parted(names).map((slice) => ({ ...nothing, names: slice })),
        ...parted(readers).map((slice) => ({ ...nothing, readers: slice })),
        ...parted(removed).map((slice) => ({ ...nothing, removed: slice })),
      ];
    }
    default:
      return [action];
  }
}

/** The action of parts that `actionParts` made, in their order. */
export function joinParts(parts: readonly [DraftAction, ...DraftAction[]]): DraftAction {
  const [action, ...rest] = parts;
  if (rest.length === 0) return action;
  switch (action.kind) {
    case 'add':
    case 'set list':
      return { ...action, readers: parts.flatMap((part) => ('readers' in part ? part.readers : [])) };
    case 'rename':
      return { ...action, names: parts.flatMap((part) => ('names' in part ? part.names : [])) };
    case 'delete':
    case 'revert':
      return { ...action, rows: parts.flatMap((part) => ('rows' in part ? part.rows : [])) };
    case 'import':
    case 'paste':
      return {
        ...action,
        names: parts.flatMap((part) => ('names' in part ? part.names : [])),
        readers: parts.flatMap((part) => ('readers' in part ? part.readers : [])),
        removed: parts.flatMap((part) => ('removed' in part ? part.removed : [])),
      };
    default:
      return action;
  }
}

/** At least one, which may be empty. */
function parted<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.length === 0 ? [items] : [...slices(items, mostItems)];
}
