import { useState } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useSignOff } from './use-sign-off.ts';

interface MarkShownAsSeenProps {
  readonly sweepId: string;
  /** The results that the filter shows. */
  readonly rows: readonly SweepResult[];
}

/** Signs off many readers at once: those shown whose event was accepted and of which nobody has said anything yet. */
export function MarkShownAsSeen({ sweepId, rows }: MarkShownAsSeenProps) {
  const [readerIds, setReaderIds] = useState<readonly string[] | null>(null);
  const { mutate, isPending, error } = useSignOff(sweepId);
  const close = () => setReaderIds(null);
  const ask = () =>
    setReaderIds(
      rows.filter(({ outcome, signOff }) => outcome === 'accepted' && !signOff).map(({ readerId }) => readerId),
    );
  return (
    <>
      <Button onPress={ask}>Mark shown as seen</Button>
      {readerIds?.length === 0 ? (
        <ConfirmDialog
          title="Nothing to mark"
          confirmLabel="Close"
          onConfirm={close}
          onClose={close}
          isDangerous={false}
        >
          <p>Of the readers shown, none has an accepted event that is not signed off yet.</p>
        </ConfirmDialog>
      ) : null}
      {readerIds && readerIds.length > 0 ? (
        <ConfirmDialog
          title={`Mark ${counted(readerIds.length, 'reader')} as seen on video?`}
          confirmLabel={`Mark ${counted(readerIds.length, 'reader')} as seen`}
          onConfirm={() => mutate({ readerIds, isSeen: true, note: '' }, { onSuccess: close })}
          onClose={close}
          isBusy={isPending}
          failure={error}
          isDangerous={false}
        >
          <p>
            {formatCount(readerIds.length)} of the {formatCount(rows.length)} shown have an accepted event and nothing
            said about it. The report will say that you saw each of them on video.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
