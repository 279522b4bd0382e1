import { counted } from '../../core/text/amounts.ts';
import './practice.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { practiceQuery } from './queries.ts';
import { ReceivedTable } from './ReceivedTable.tsx';

/** What the practice account's "Camio" received, as it arrives, and the way back to its first list. */
export function PracticePanel() {
  const practice = useQuery(practiceQuery);
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const headingId = useId();

  useEffect(() => ipc.on.practiceReceived(() => void queryClient.invalidateQueries(practiceQuery)), [queryClient]);

  const reset = useMutation({
    mutationFn: () => unwrap(ipc.practice.reset()),
    onSuccess: (status) => {
      queryClient.setQueryData(practiceQuery.queryKey, status);
      toast.news(
        `The practice account holds its first ${counted(status.readers, 'reader')} again. Refresh from Camio to see them.`,
      );
      setAsking(false);
    },
  });

  if (practice.error && !practice.data) {
    return <Failed failure={practice.error} isInline onRetry={() => void practice.refetch()} />;
  }
  if (!practice.data) return <Loading />;
  const { running, readers, received } = practice.data;
  return (
    <section className="practice" aria-labelledby={headingId}>
      <div className="practice-head">
        <h3 id={headingId}>What “Camio” received</h3>
        <p className="dim ellipsis">
          {running ? `${counted(readers, 'reader')} in its list` : 'Not running. Open starts it.'}
        </p>
        <Button onPress={() => setAsking(true)}>Reset practice account</Button>
      </div>
      {received.length === 0 ? (
        <p className="dim">Nothing yet. Every request Reader Desk sends to the practice account is listed here.</p>
      ) : (
        <ReceivedTable received={received} labelledBy={headingId} />
      )}
      {isAsking ? (
        <ConfirmDialog
          title="Reset the practice account?"
          confirmLabel="Reset practice account"
          onConfirm={() => reset.mutate()}
          onClose={() => setAsking(false)}
          isBusy={reset.isPending}
          failure={reset.error}
        >
          <p>Its list goes back to the readers it began with, and what it received is forgotten. Your draft is kept.</p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
