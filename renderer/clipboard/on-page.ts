import { isDialogOpen, takesText } from '../window/shortcuts.ts';

/** Whether a copy or a paste is the page's: a field has its own, and a dialog has the window to itself. */
export function isForPage(event: ClipboardEvent): boolean {
  return !event.defaultPrevented && !takesText(event.target) && !isDialogOpen();
}
