import { type FormEvent, useMemo, useState } from 'react';
import type { PlannedReader } from '../../core/cameras/camera.ts';
import type { Ghost } from '../../core/cameras/coverage.ts';
import { counted } from '../../core/text/amounts.ts';
import { filterWords } from '../../core/text/fold-text.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { Button } from '../ui/Button.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { readersWith } from './plan-filter.ts';

interface SameReaderDialogProps {
  readonly ghost: Ghost;
  readonly readers: readonly PlannedReader[];
  readonly onClose: () => void;
}

const mostChoices = 50;

/** Asks which reader of the list a ghost is now, and gives it all cameras of the ghost. */
export function SameReaderDialog({ ghost: { reader, cameras }, readers, onClose }: SameReaderDialogProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PlannedReader | null>(null);
  const actions = usePlanActions();
  const choices = useMemo(
    () =>
      readersWith(readers, filterWords(text))
        .slice(0, mostChoices)
        .map(({ id, name }) => ({ id, text: name || id, hint: id })),
    [readers, text],
  );
  const name = reader.name || reader.id;

  const choose = (id: string | null) => {
    const found = readers.find((each) => each.id === id) ?? null;
    setChosen(found);
    if (found) setText(found.name || found.id);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    actions.sameReader(reader, chosen);
    onClose();
  };

  return (
    <Dialog title={`Which reader is “${name}” now?`} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <p className="dialog-text">
          The ID {reader.id} is no longer in the list. Where the reader was given another ID, choose it here: it takes
          over {counted(cameras.length, 'camera')}.
        </p>
        <ComboBox
          label="Reader"
          text={text}
          onTextChange={(typed) => {
            setText(typed);
            if (typed !== (chosen?.name || chosen?.id)) setChosen(null);
          }}
          chosen={chosen?.id ?? null}
          onChoose={choose}
          choices={choices}
          emptyText="No reader matches."
          autoFocus
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabledReason={chosen ? null : 'Choose a reader first.'}>
            Same reader
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
