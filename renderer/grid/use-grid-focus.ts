import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

const cursorCell = (grid: HTMLElement | null) =>
  grid?.querySelector<HTMLElement>('[data-column][tabindex="0"]') ?? null;

/** Leads the person to the cell the keyboard is on. */
export function goToCursorCell(grid: HTMLElement | null): void {
  cursorCell(grid)?.focus({ preventScroll: true });
  showCursorCell(grid);
}

/** After a move of the keyboard: in a small window the grid may be narrower than its columns, and the page scroll too. */
export function showCursorCell(grid: HTMLElement | null): void {
  if (!grid?.contains(document.activeElement)) return;
  cursorCell(grid)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * Keeps the focus on the cursor's cell for as long as it is in the grid, also where the focused cell went away: its
 * reader left the list, or its editor closed.
 */
export function useGridFocus(grid: RefObject<HTMLElement | null>, isEditing: boolean) {
  const holdsFocus = useRef(false);

  useLayoutEffect(() => {
    if (!holdsFocus.current || isEditing) return;
    const active = document.activeElement;
    if (active !== document.body && !grid.current?.contains(active)) {
      // From nowhere the person went on elsewhere, e.g. into the filter: the grid has no say in that.
      holdsFocus.current = false;
      return;
    }
    const isCursorCell = active instanceof HTMLElement && active.matches('[data-column][tabindex="0"]');
    if (!isCursorCell) cursorCell(grid.current)?.focus({ preventScroll: true });
  });

  return {
    onFocus: () => {
      holdsFocus.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // Without a target the focus did not go anywhere: the element it was on was removed, or the window was left.
      if (relatedTarget && !grid.current?.contains(relatedTarget)) holdsFocus.current = false;
    },
  };
}
