/** Where the keyboard is: `index` counts the listed rows from 0, -1 is the head; `column` counts from 0. */
export interface CellPlace {
  readonly index: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

export interface GridPress {
  readonly key: string;
  /** Ctrl, or ⌘ on a Mac. */
  readonly command: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key asks of the grid. */
export type GridIntent =
  | { readonly kind: 'move'; readonly to: CellPlace; readonly extend: boolean }
  /** Opens the cell for typing: with this text in place of its own, or with its own where null. */
  | { readonly kind: 'edit'; readonly typed: string | null }
  /** Does what the cell is for: edit it, sort by it, select its row. */
  | { readonly kind: 'open' }
  | { readonly kind: 'select' | 'select all' | 'select none' | 'remove' };

/** The intent of a key press in a cell, or null where the key means nothing to the grid. */
export function gridIntent(press: GridPress, at: CellPlace, size: GridSize): GridIntent | null {
  if (press.alt) return null;
  const to = target(press, at, size);
  if (to) return { kind: 'move', to: inside(to, size), extend: press.shift && to.index !== at.index };
  if (press.command) return press.key.toLowerCase() === 'a' && !press.shift ? { kind: 'select all' } : null;
  switch (press.key) {
    case 'Enter':
      return { kind: 'open' };
    case 'F2':
      return { kind: 'edit', typed: null };
    case ' ':
      return { kind: 'select' };
    case 'Delete':
      return { kind: 'remove' };
    case 'Escape':
      return { kind: 'select none' };
    default:
      return isTyping(press.key) ? { kind: 'edit', typed: press.key } : null;
  }
}

function target({ key, command }: GridPress, { index, column }: CellPlace, size: GridSize): CellPlace | null {
  const last = size.rows - 1;
  switch (key) {
    case 'ArrowUp':
      return { index: command ? 0 : index - 1, column };
    case 'ArrowDown':
      return { index: command ? last : index + 1, column };
    case 'ArrowLeft':
      return { index, column: command ? 0 : column - 1 };
    case 'ArrowRight':
      return { index, column: command ? size.columns - 1 : column + 1 };
    case 'PageUp':
      return { index: Math.max(0, index - size.page), column };
    case 'PageDown':
      return { index: index + size.page, column };
    case 'Home':
      return command ? { index: 0, column: 0 } : { index, column: 0 };
    case 'End':
      return { index: command ? last : index, column: size.columns - 1 };
    default:
      return null;
  }
}

function inside({ index, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
  return {
    index: Math.min(Math.max(index, -1), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  };
}

/** A printed character. Plain f and n belong to the window (filter, new reader), as its tooltips say. */
function isTyping(key: string): boolean {
  return [...key].length === 1 && key !== 'f' && key !== 'n';
}
