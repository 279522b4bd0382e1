import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Editing } from './use-cameras-list.ts';

interface CameraCellEditorProps {
  readonly editing: Editing;
  readonly onType: (editing: Editing) => void;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
}

/** The field a cell becomes while it is edited. Enter and leaving it take the text over, Escape does not. */
export function CameraCellEditor({ editing, onType, onCommit, onCancel }: CameraCellEditorProps) {
  const { camera, field, text } = editing;
  const input = useRef<HTMLInputElement>(null);
  const wasThere = useRef(text === camera[field]);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    // Text typed to open the cell is gone on with; text that was there is replaced by the next key.
    if (wasThere.current) input.current?.select();
  }, []);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Escape', 'Enter', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') onCancel();
    else onCommit();
  };

  return (
    <input
      ref={input}
      type="text"
      className="cell-editor"
      aria-label={`${field === 'name' ? 'Name' : 'Site'} of ${camera.name}`}
      value={text}
      spellCheck="false"
      autoComplete="off"
      onChange={(event) => onType({ ...editing, text: event.target.value })}
      onKeyDown={press}
      onBlur={onCommit}
    />
  );
}
