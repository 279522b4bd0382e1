import { useMutation, useQuery } from '@tanstack/react-query';
import { TriangleAlert, Undo2 } from 'lucide-react';
import { phraseChanges } from '../../core/readers/phrase-changes.ts';
import { phraseTakeover } from '../../core/takeover/phrase-takeover.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { DifferencesTable } from '../ui/DifferencesTable.tsx';
import { localTime } from '../ui/local-time.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { takeoverQuery } from './takeover-query.ts';

/** Warns that a push was undone: when, what, by whom most likely, and offers to make the changes again in the draft. */
export function TakeoverPanel() {
  const { id: connectionId } = useConnection();
  const session = useDraftSession();
  const { data: takeover } = useQuery(takeoverQuery(connectionId));
  const restore = useMutation({
    mutationFn: async () => {
      const outcome = await unwrap(ipc.takeover.restore({ connectionId }));
      await session.reload();
      return outcome;
    },
    onSuccess: (outcome) =>
      toast.news(
        outcome.kind === 'restored'
          ? `Your changes are in the draft again: ${phraseChanges(outcome.counts)}. Nothing was sent.`
          : 'The draft has your changes already. Nothing was sent.',
      ),
    onError: toast.failure,
  });
  const dismiss = useMutation({
    mutationFn: () => unwrap(ipc.takeover.dismiss({ connectionId })),
    onError: toast.failure,
  });
  if (!takeover) return null;
  const { message, next } = phraseTakeover(takeover);
  return (
    <section className="push-outcome bad" aria-label="Takeover">
      <TriangleAlert aria-hidden="true" />
      <div className="push-outcome-text">
        <div role="alert">
          <p className="push-outcome-title">
            Your push of {localTime(takeover.pushedAt)} was undone. Seen {localTime(takeover.noticedAt)}.
          </p>
          <p>{message}</p>
          <p>{next}</p>
        </div>
        <DifferencesTable differences={takeover.undone} left="You pushed" right="In Camio now" />
        <div className="push-outcome-actions">
          <Button
            icon={<Undo2 aria-hidden="true" />}
            onPress={() => restore.mutate()}
            isBusy={restore.isPending}
            disabledReason={dismiss.isPending ? 'The warning is being put away.' : null}
          >
            Restore to draft
          </Button>
          <Button variant="quiet" onPress={() => dismiss.mutate()} isBusy={dismiss.isPending}>
            Put away
          </Button>
        </div>
      </div>
    </section>
  );
}
