import { useMutation } from '@tanstack/react-query';
import type { SweepChoices, SweepSummary } from '../../core/sweep/sweep.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { eventTypeName, practiceNote } from '../events/phrase-event.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useConnection } from '../window/current-connection.ts';
import { countEvents, phraseDuration } from './phrase-sweep.ts';

interface ConfirmSweepProps {
  readonly choices: SweepChoices;
  readonly onStarted: (started: SweepSummary) => void;
  readonly onClose: () => void;
}

/** Says how many real events a sweep sends, and where to, before any is. */
export function ConfirmSweep({ choices, onStarted, onClose }: ConfirmSweepProps) {
  const { id: connectionId, name, kind, accountEmail } = useConnection();
  const shown = { events: choices.readerIds.length, eventType: choices.eventType };
  const start = useMutation({
    mutationFn: () => unwrap(ipc.sweep.start({ connectionId, choices, shown })),
    onSuccess: onStarted,
  });
  const events = countEvents(shown.events);
  return (
    <ConfirmDialog
      title="Start this sweep?"
      confirmLabel={`Send ${events}`}
      onConfirm={() => start.mutate()}
      onClose={onClose}
      isBusy={start.isPending}
      failure={start.error}
    >
      <p>
        <strong>{events}</strong> of the type <strong>{eventTypeName(choices.eventType)}</strong> will be sent to{' '}
        <strong>{accountEmail ?? 'an account that is not confirmed'}</strong> over the connection {name}, one for each
        reader. {phrasePace(choices)}
      </p>
      <p>
        {kind === 'practice'
          ? practiceNote
          : 'Camio treats them like events of the doors themselves: they may alert guards. None can be taken back.'}
      </p>
    </ConfirmDialog>
  );
}

function phrasePace({ readerIds, concurrency, perMinute }: SweepChoices): string {
  const atOnce = concurrency === 1 ? 'one at a time' : `up to ${concurrency} at a time`;
  if (perMinute === null) return `They go out ${atOnce}, as fast as Camio answers.`;
  const leastMs = (readerIds.length / perMinute) * 60_000;
  return `They go out ${atOnce} and at most ${formatCount(perMinute)} a minute: that takes ${phraseDuration(leastMs)} or longer.`;
}
