import { startTransition, useOptimistic, useState } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { localTime } from '../ui/local-time.ts';
import type { Seen } from './use-sign-off.ts';

interface SignOffCellsProps {
  readonly result: SweepResult;
  readonly onSignOff: (seen: Seen) => Promise<void>;
}

/** What the person saw of a reader's event, once it was sent. */
export function SignOffCells({ result: { readerId, readerName, label, signOff }, onSignOff }: SignOffCellsProps) {
  const [isSeen, showSeen] = useOptimistic(signOff?.seen ?? false);
  const reader = readerName || readerId;
  const note = signOff?.note ?? '';
  const tick = (seen: boolean) =>
    startTransition(async () => {
      showSeen(seen);
      await onSignOff({ readerIds: [readerId], isSeen: seen, note });
    });
  return (
    <>
      <td>
        <label className="checkbox seen-box" title={signOff ? `Signed off ${signOff.at}` : undefined}>
          <input
            type="checkbox"
            aria-label="Seen on video"
            aria-description={reader}
            checked={isSeen}
            disabled={label === ''}
            onChange={(event) => tick(event.target.checked)}
          />
          <span className="dim tabular ellipsis" aria-hidden="true">
            {signOff ? localTime(signOff.at) : null}
          </span>
        </label>
      </td>
      <td>
        {label === '' ? null : (
          <NoteField
            key={note}
            note={note}
            reader={reader}
            onSave={(text) => onSignOff({ readerIds: [readerId], isSeen, note: text })}
          />
        )}
      </td>
    </>
  );
}

interface NoteFieldProps {
  readonly note: string;
  readonly reader: string;
  readonly onSave: (note: string) => Promise<void>;
}

/** Kept when the field is left or Enter is pressed; Escape puts back what was there. */
function NoteField({ note, reader, onSave }: NoteFieldProps) {
  const [text, setText] = useState(note);
  const save = async () => {
    if (text !== note) await onSave(text);
  };
  return (
    <input
      className="input"
      aria-label={`Note on ${reader}`}
      title={text}
      value={text}
      spellCheck="false"
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') setText(note);
      }}
    />
  );
}
