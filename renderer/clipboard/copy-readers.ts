import type { ClipboardEvent } from 'react';
import { formatSheetText } from '../../core/clipboard/sheet-text.ts';
import { takesText } from '../app/shortcuts.ts';
import type { DraftSession } from '../readers/draft-session.ts';
import { countReaders } from '../readers/phrase-changes.ts';
import type { ReaderList } from '../readers/reader-list.ts';
import { toast } from '../ui/toast.ts';

/** Copies the selected readers as they are shown, or the one the keyboard is on: IDs and names for a spreadsheet. */
export function copyReaders(event: ClipboardEvent, session: DraftSession, list: ReaderList): void {
  const state = session.state();
  if (state.kind !== 'open' || takesText(event.target)) return;
  const { order, selection, cursor } = list.state();
  const numbers = selection.rows.size > 0 ? order.filter((row) => selection.rows.has(row)) : [cursor.row ?? -1];
  const cells = numbers.flatMap((number) => {
    const row = state.draft.rows.at(number);
    const reader = row?.mine ?? row?.base;
    return reader ? [[reader.id, reader.name]] : [];
  });
  if (cells.length === 0) return;
  event.clipboardData.setData('text/plain', formatSheetText(cells));
  event.preventDefault();
  toast.news(`${countReaders(cells.length)} copied`);
}
