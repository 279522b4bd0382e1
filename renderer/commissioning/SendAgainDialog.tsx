import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { countEvents } from './phrase-sweep.ts';

interface SendAgainDialogProps {
  readonly connectionId: string;
  readonly sweepId: string;
  readonly outcome: 'refused' | 'unknown';
  readonly results: readonly SweepResult[];
  readonly onClose: () => void;
}

const titles = {
  refused: 'Retry the events that Camio refused?',
  unknown: 'Send the events of unknown outcome again?',
} as const;

const warnings = {
  refused: 'Camio refused them and recorded nothing. Each is sent once more, with a new label of its own.',
  unknown:
    'Camio may have recorded them: sending them again may make an event appear twice. Search Camio for their labels first.',
} as const;

/** Asks before events of a sweep are sent once more. */
export function SendAgainDialog({ connectionId, sweepId, outcome, results, onClose }: SendAgainDialogProps) {
  // What the person was asked about is what is sent.
  const [readerIds] = useState(() =>
    results.filter((result) => result.outcome === outcome).map(({ readerId }) => readerId),
  );
  const again = useMutation({
    mutationFn: () => unwrap(ipc.sweep.sendAgain({ connectionId, sweepId, readerIds })),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={titles[outcome]}
      confirmLabel={`Send ${countEvents(readerIds.length)}`}
      onConfirm={() => again.mutate()}
      onClose={onClose}
      isBusy={again.isPending}
      failure={again.error}
      isDangerous={outcome === 'unknown'}
    >
      <p>{warnings[outcome]}</p>
      <p>Real events may alert guards.</p>
    </ConfirmDialog>
  );
}
