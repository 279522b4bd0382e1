import { startTransition, useEffect, useOptimistic, useRef, useState } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { localTime } from '../ui/local-time.ts';
import type { Seen } from './use-sign-off.ts';

interface SignOffCellsProps {
  readonly result: SweepResult;
  /** A person says something of the reader's event. */
  readonly onTouch: (readerId: string) => void;
  readonly onSignOff: (seen: Seen) => Promise<void>;
}

/** What the person saw of a reader's event, once it was sent. */
export function SignOffCells({
  result: { readerId, readerName, label, outcome, signOff },
  onTouch,
  onSignOff,
}: SignOffCellsProps) {
  // A tick that follows a note at once must not take the note back: both begin from what was said last, saved or not.
  const [said, say] = useOptimistic({ isSeen: signOff?.seen ?? false, note: signOff?.note ?? '' });
  const reader = readerName || readerId;
  const offReason = whyNotTick(label, outcome, said.isSeen);
  const lastSaid = signOff ? `${signOff.seen ? 'Seen' : 'Not seen'}, said ${signOff.at}` : undefined;
  const change = (changed: Partial<typeof said>) => {
    // Before the transition, which would hold it back until the saved result is there and may take the row away.
    onTouch(readerId);
    startTransition(async () => {
      const next = { ...said, ...changed };
      say(next);
      try {
        await onSignOff({ readerIds: [readerId], ...next });
      } catch {
        // The person was told why; what is shown goes back to what is on disk.
      }
    });
  };
  return (
    <>
      <td>
        <label className="checkbox seen-box" title={offReason ?? lastSaid}>
          <input
            type="checkbox"
            aria-label="Seen on video"
            aria-description={offReason ? `${reader}. ${offReason}` : reader}
            checked={said.isSeen}
            // Stays focusable, so that everyone can find out why.
            aria-disabled={offReason !== null || undefined}
            onChange={(event) => {
              if (offReason === null) change({ isSeen: event.target.checked });
            }}
          />
          {signOff && !signOff.seen ? (
            // A note without a tick: the report says the same.
            <span className="not-seen">Not seen</span>
          ) : (
            <span className="dim tabular ellipsis" aria-hidden="true">
              {signOff ? localTime(signOff.at) : null}
            </span>
          )}
        </label>
      </td>
      <td>
        {label === '' ? null : <NoteField note={said.note} reader={reader} onSave={(note) => change({ note })} />}
      </td>
    </>
  );
}

/** Why an event cannot be ticked as seen, or null. What was ticked before can be taken back. */
function whyNotTick(label: string, outcome: SweepResult['outcome'], isSeen: boolean): string | null {
  if (label === '') return 'Its event was not sent yet.';
  return outcome === 'refused' && !isSeen ? 'Camio refused its event, so there is none to be seen.' : null;
}

interface NoteFieldProps {
  readonly note: string;
  readonly reader: string;
  readonly onSave: (note: string) => void;
}

/** Kept when the field is left, also by scrolling its row away, or Enter is pressed; Escape puts back what was there. */
function NoteField({ note, reader, onSave }: NoteFieldProps) {
  const [text, setText] = useState(note);
  const [known, setKnown] = useState(note);
  if (known !== note) {
    setKnown(note);
    setText(note);
  }
  const save = () => {
    if (text !== note) onSave(text);
  };
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(() => () => latestSave.current(), []);
  return (
    <input
      className="input"
      aria-label={`Note on ${reader}`}
      title={text}
      value={text}
      spellCheck="false"
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(note);
      }}
    />
  );
}
