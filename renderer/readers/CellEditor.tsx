import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Reader } from '../../core/readers/reader.ts';
import { columns } from '../draft/columns.ts';
import type { ReaderActions } from '../draft/reader-actions.ts';
import type { Editing, ReaderList } from '../draft/reader-list.ts';
import type { CellPlace } from '../grid/grid-keys.ts';
import { IssueNote } from './IssueNote.tsx';

interface CellEditorProps {
  readonly editing: Editing;
  readonly reader: Reader;
  readonly list: ReaderList;
  readonly actions: ReaderActions;
}

/**
 * The field a cell becomes while it is edited. Enter goes down and Tab to the next cell that takes text, as in a
 * spreadsheet; both keep the text, and so does leaving the field. Escape does not.
 */
export function CellEditor({ editing, reader, list, actions }: CellEditorProps) {
  const { row, field, text } = editing;
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const opened = useRef(text === reader[field]);
  const issues = list.issuesIf(row, { ...reader, [field]: text }).filter((issue) => isAbout(issue, field));

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    // Text typed to open the cell is gone on with; text that was there is replaced by the next key.
    if (opened.current) input.current?.select();
  }, []);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Escape', 'Enter', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') actions.cancelEdit();
    else {
      const { cursor, order } = list.state();
      actions.commitEdit();
      const step = event.shiftKey ? -1 : 1;
      if (event.key === 'Tab') list.moveTo(nextToEdit(cursor, step, order, actions));
      else list.moveTo({ ...cursor, index: Math.min(Math.max(cursor.index + step, 0), order.length - 1) });
    }
  };

  return (
    <>
      <input
        ref={input}
        className={field === 'id' ? 'cell-editor mono' : 'cell-editor'}
        aria-label={field === 'id' ? 'ID' : `Name of ${reader.id}`}
        aria-describedby={issues.length > 0 ? noteId : undefined}
        aria-invalid={issues.some(({ severity }) => severity === 'blocks') || undefined}
        value={text}
        spellCheck="false"
        autoComplete="off"
        onChange={(event) => list.edit({ ...editing, text: event.target.value })}
        onKeyDown={press}
        onBlur={() => actions.commitEdit()}
      />
      <IssueNote id={noteId} issues={issues} />
    </>
  );
}

/** The next cell that takes text, row by row; the cell itself if there is none. */
function nextToEdit(from: CellPlace, step: 1 | -1, order: readonly number[], actions: ReaderActions): CellPlace {
  let { index, column } = from;
  while (index >= 0 && index < order.length) {
    column += step;
    if (column < 0 || column >= columns.length) {
      index += step;
      column = step > 0 ? -1 : columns.length;
      continue;
    }
    const key = columns[column]?.key;
    const row = order[index];
    if (row !== undefined && (key === 'id' || key === 'name') && actions.canEdit(row, key)) return { index, column };
  }
  return { index: from.index, column: from.column };
}

function isAbout(issue: { readonly code: string; readonly field?: string }, field: Editing['field']): boolean {
  if (issue.field) return issue.field === field;
  return issue.code.includes(field);
}
