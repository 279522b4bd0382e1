import { useMutation } from '@tanstack/react-query';
import type { Snapshot } from '../../core/history/snapshot.ts';
import type { RestoreOutcome } from '../../core/ipc/history-calls.ts';
import { phraseCounts } from '../../core/readers/phrase-counts.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { AppFailure, unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { undoAction } from '../sessions/undo-action.ts';
import { toast } from '../ui/toast.ts';
import { snapshotName } from './phrase-snapshot.ts';
import { afterAct } from './queries.ts';

/** Puts a snapshot's list into the draft, as one step that can be undone. Nothing is sent. */
export function useRestore() {
  const session = useDraftSession();
  const offReason = useDraft((state) => {
    if (state.kind === 'failed') return 'The draft could not be opened.';
    return state.kind === 'opening' ? 'The draft is being opened.' : null;
  });
  const restoring = useMutation({
    mutationFn: (snapshot: Snapshot) => restoreInto(session, snapshot),
    onSuccess: (outcome, snapshot) => {
      const name = snapshotName(snapshot);
      if (outcome.kind === 'same') toast.news(`The draft holds the list of ${name} already.`);
      else {
        const text = `The draft is Camio’s list of ${name} again: ${phraseCounts(outcome.counts)}. Nothing was sent.`;
        toast.news(
          text,
          undoAction(session, () => session.dispatch({ kind: 'undo' })),
        );
      }
    },
    onError: (failure) => toast.failure(failure),
    onSettled: afterAct,
  });
  return {
    restore: (snapshot: Snapshot) => restoring.mutate(snapshot),
    /** The id of the snapshot that is being restored, or null. */
    restoring: restoring.isPending ? restoring.variables.id : null,
    offReason,
  };
}

/** Main holds the snapshot, so main restores it: into the draft it has on disk, once that is the one the window shows. */
async function restoreInto(session: DraftSession, { id }: Snapshot): Promise<RestoreOutcome> {
  const save = await session.settled();
  if (save.kind === 'failed') throw new AppFailure(save.error);
  const state = session.state();
  if (state.kind !== 'open') throw new Error('The draft was closed while a snapshot was being restored.');
  const { connectionId } = session;
  const outcome = await unwrap(ipc.history.restore({ connectionId, snapshotId: id, seq: state.draft.seq }));
  await session.reload();
  return outcome;
}
