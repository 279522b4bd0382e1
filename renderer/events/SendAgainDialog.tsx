import { type FormEvent, useState } from 'react';
import type { SentEvent } from '../../core/events/test-event.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useConnection } from '../window/current-connection.ts';
import { realEventNote } from './phrase-event.ts';

interface SendAgainDialogProps {
  readonly record: SentEvent;
  readonly isBusy: boolean;
  readonly onConfirm: (isExact: boolean) => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** Asks before an event is sent a second time that Camio has, or may have, already. */
export function SendAgainDialog({ record, isBusy, onConfirm, onEdit, onClose }: SendAgainDialogProps) {
  const connection = useConnection();
  const [isExact, setExact] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onConfirm(isExact);
  };
  return (
    <Dialog title="Send this event again?" role="alertdialog" onClose={onClose}>
      <form onSubmit={submit} className="dialog-form">
        <div className="dialog-text">
          <p>
            {record.outcome.kind === 'accepted'
              ? 'Camio accepted this event. Sending it again makes a second one.'
              : 'It is not known whether Camio has this event. Sending it again may make a second one.'}{' '}
            {realEventNote(connection)}
          </p>
        </div>
        <Checkbox isSelected={isExact} onChange={setExact}>
          Exactly as it was, with the same time and the same labels
        </Checkbox>
        {isExact ? null : <p className="help">It gets the time of now and a unique label of its own.</p>}
        <div className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button onPress={onEdit}>Edit and send</Button>
          <Button type="submit" variant="primary" isBusy={isBusy}>
            Send again
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
