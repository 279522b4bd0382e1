import { useMutation } from '@tanstack/react-query';
import { counted } from '../../core/text/amounts.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

interface StopDialogProps {
  readonly connectionId: string;
  readonly sweepId: string;
  /** Readers whose events have not been sent, or are on their way. */
  readonly pending: number;
  readonly onStopped: () => void;
  /** The person keeps the sweep. */
  readonly onClose: () => void;
}

/** Asks before a sweep is ended for good. */
export function StopDialog({ connectionId, sweepId, pending, onStopped, onClose }: StopDialogProps) {
  const stop = useMutation({
    mutationFn: () => unwrap(ipc.sweep.stop({ connectionId, sweepId })),
    onSuccess: onStopped,
  });
  return (
    <ConfirmDialog
      title="Stop this sweep for good?"
      confirmLabel="Stop the sweep"
      onConfirm={() => stop.mutate()}
      onClose={onClose}
      isBusy={stop.isPending}
      failure={stop.error}
    >
      <p>
        The sweep is paused. {counted(pending, 'reader')} {pending === 1 ? 'is' : 'are'} not tested yet and will not be
        tested by it: a stopped sweep cannot be resumed. What was sent stays in its results. To go on later, pause it
        instead.
      </p>
    </ConfirmDialog>
  );
}
