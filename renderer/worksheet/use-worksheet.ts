import { useMutation, useQuery } from '@tanstack/react-query';
import type { WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { worksheetQuery } from '../cameras/queries.ts';
import { usePlanSession } from '../cameras/use-plan.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { AppFailure, unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';
import type { SaveStatus } from '../sessions/journalled-session.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';

interface Ticking {
  readonly cameraIds: string[];
  readonly isDone: boolean;
}

/** How far the plan was carried to Camio by hand, and what the person says about it. */
export function useWorksheet() {
  const { id: connectionId } = useConnection();
  const query = worksheetQuery(connectionId);
  const worksheet = useQuery(query);
  const plan = usePlanSession();
  const draft = useDraftSession();

  /** Main holds plan and list, so it knows what was carried: those it has on disk, once they are those in view. */
  const saved = async () => {
    for (const status of await Promise.all([plan.settled(), draft.settled()])) failUnlessSaved(status);
  };
  const answer = {
    // One after the other: each answer is the whole state.
    scope: { id: `worksheet ${connectionId}` },
    onSuccess: (state: WorksheetState) => void queryClient.setQueryData(query.queryKey, state),
    onError: (failure: Error) => toast.failure(failure),
  };
  const ticking = useMutation({
    ...answer,
    mutationFn: async (tick: Ticking) => {
      await saved();
      return unwrap(ipc.worksheet.tick({ connectionId, ...tick }));
    },
  });
  const finishing = useMutation({
    ...answer,
    mutationFn: async () => {
      await saved();
      return unwrap(ipc.worksheet.finish({ connectionId }));
    },
  });

  return {
    worksheet,
    tick: (cameraIds: readonly string[], isDone: boolean) => ticking.mutate({ cameraIds: [...cameraIds], isDone }),
    finish: () => finishing.mutate(),
    isFinishing: finishing.isPending,
  };
}

function failUnlessSaved(status: SaveStatus): void {
  if (status.kind === 'failed') throw new AppFailure(status.error);
}
