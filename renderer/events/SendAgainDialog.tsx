import type { SentEvent } from '../../core/events/test-event.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useConnection } from '../window/current-connection.ts';

interface SendAgainDialogProps {
  readonly record: SentEvent;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an event is sent a second time that Camio has, or may have, already. */
export function SendAgainDialog({ record, isBusy, onConfirm, onClose }: SendAgainDialogProps) {
  const { name } = useConnection();
  const isAccepted = record.outcome.kind === 'accepted';
  return (
    <ConfirmDialog
      title="Send this event again?"
      confirmLabel="Send again"
      onConfirm={onConfirm}
      onClose={onClose}
      isBusy={isBusy}
      isDangerous={false}
    >
      <p>
        {isAccepted
          ? 'Camio accepted this event. Sending it again makes a second, real event'
          : 'It is not known whether Camio has this event. Sending it again may make a second, real event'}{' '}
        in {name}, with the same time ({record.event.timestamp}) and the same labels. It cannot be taken back.
      </p>
    </ConfirmDialog>
  );
}
