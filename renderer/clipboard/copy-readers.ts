import { formatSheetText } from '../../core/clipboard/sheet-text.ts';
import { counted } from '../../core/text/amounts.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import type { ReaderList } from '../draft/reader-list.ts';
import { toast } from '../ui/toast.ts';
import { isForPage } from './on-page.ts';

/**
 * Copies the selected readers as they are shown: IDs and names for a spreadsheet. Where none is selected it is the one
 * the keyboard is on, as long as it is in the grid. A field keeps its own copy, and text that is marked on the page is
 * what is meant.
 */
export function copyReaders(
  event: ClipboardEvent,
  session: DraftSession,
  list: ReaderList,
  grid: HTMLElement | null,
): void {
  const state = session.state();
  if (state.kind !== 'open' || !isForPage(event) || hasMarkedText()) return;
  const { order, selection, cursor } = list.state();
  const onCursor = grid?.contains(document.activeElement) && cursor.row !== null ? [cursor.row] : [];
  const numbers = selection.rows.size > 0 ? order.filter((row) => selection.rows.has(row)) : onCursor;
  const cells = numbers.flatMap((number) => {
    const row = state.draft.rows.at(number);
    const reader = row?.mine ?? row?.base;
    return reader ? [[reader.id, reader.name]] : [];
  });
  if (cells.length === 0 || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', formatSheetText(cells));
  event.preventDefault();
  toast.news(`${counted(cells.length, 'reader')} copied`);
}

/** A field that was left keeps its text marked, and Chromium gives it as the page's; for the page nothing is. */
function hasMarkedText(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
