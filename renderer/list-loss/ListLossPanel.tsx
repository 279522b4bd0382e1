import { useMutation, useQuery } from '@tanstack/react-query';
import { TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ListLoss } from '../../core/draft/list-loss.ts';
import { phraseLoss } from '../../core/draft/phrase-loss.ts';
import type { RestoreOutcome } from '../../core/ipc/history-calls.ts';
import { phraseChanges } from '../../core/readers/phrase-changes.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { AppFailure, unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { localTime } from '../ui/local-time.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { CompareHeldDialog } from './CompareHeldDialog.tsx';
import { lossQuery } from './loss-query.ts';

/** Warns that Camio's list lost many readers, until the person has restored them or put the warning away. */
export function ListLossPanel() {
  const { id: connectionId } = useConnection();
  const { data: loss } = useQuery(lossQuery(connectionId));
  // The live region is there before there is something to say in it.
  return (
    <div role="status" className="list-loss">
      {loss ? <Warning loss={loss} /> : null}
    </div>
  );
}

function Warning({ loss }: { readonly loss: ListLoss }) {
  const { id: connectionId } = useConnection();
  const session = useDraftSession();
  const offline = useOfflineReason();
  const isOpen = useDraft((state) => state.kind === 'open');
  const [isComparing, setComparing] = useState(false);
  const restoring = useMutation({
    mutationFn: () => restoreInto(session),
    onSuccess: (outcome) =>
      toast.news(
        outcome.kind === 'restored'
          ? `The draft has the readers that went: ${phraseChanges(outcome.counts)}. Nothing was sent.`
          : 'The draft has every reader that went already. Nothing was sent.',
      ),
    onError: toast.failure,
  });
  const puttingAway = useMutation({
    mutationFn: () => unwrap(ipc.loss.putAway({ connectionId })),
    onError: toast.failure,
  });
  const heldSince = localTime(loss.noticedAt);
  const isBack = loss.gone + loss.unnamed === 0;
  return (
    <section className={isBack ? 'push-outcome' : 'push-outcome bad'} aria-label="Camio's list changed">
      <TriangleAlert aria-hidden="true" />
      <div className="push-outcome-text">
        <p className="push-outcome-title">{phraseLoss(loss)}</p>
        <p>
          {isBack
            ? `The list had lost readers when it was read on ${heldSince}. The list from before is kept as a snapshot.`
            : `Seen ${heldSince}. The list from before is kept as a snapshot. If nobody removed them on purpose, restore them and push: Camio’s answer may have been cut short, or a gateway may have put its own list there.`}
        </p>
        <div className="push-outcome-actions">
          <Button onPress={() => setComparing(true)} disabledReason={offline}>
            Compare
          </Button>
          {isBack ? null : (
            <Button
              icon={<Undo2 aria-hidden="true" />}
              onPress={() => restoring.mutate()}
              isBusy={restoring.isPending}
              disabledReason={offline ?? (isOpen ? null : 'The draft is not open.')}
            >
              Restore to draft
            </Button>
          )}
          <Button variant="quiet" onPress={() => puttingAway.mutate()} isBusy={puttingAway.isPending}>
            Put away
          </Button>
        </div>
      </div>
      {isComparing ? <CompareHeldDialog heldSince={heldSince} onClose={() => setComparing(false)} /> : null}
    </section>
  );
}

/** Main restores into the draft it has on disk, once that is the one the window shows. */
async function restoreInto(session: DraftSession): Promise<RestoreOutcome> {
  const save = await session.settled();
  if (save.kind === 'failed') throw new AppFailure(save.error);
  const outcome = await unwrap(ipc.loss.restore({ connectionId: session.connectionId }));
  await session.reload();
  return outcome;
}
