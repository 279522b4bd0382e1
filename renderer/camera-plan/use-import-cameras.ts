import { usePlanSession } from '../cameras/use-plan.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { useImport } from '../import/use-import.tsx';
import { AppFailure } from '../ipc/app-failure.ts';
import { undoAction } from '../sessions/undo-action.ts';
import { useConnection } from '../window/current-connection.ts';

/** The import of a file into the plan's cameras, by the same wizard as for readers. */
export function useImportCameras() {
  const session = usePlanSession();
  const actions = usePlanActions();
  const { id: connectionId } = useConnection();
  return useImport({
    target: 'cameras',
    connectionId,
    settled: async () => {
      const save = await session.settled();
      if (save.kind === 'failed') throw new AppFailure(save.error);
      const state = session.state();
      if (state.kind !== 'open') throw new Error('The camera plan was closed while cameras were being imported.');
      return state.value.seq;
    },
    reload: () => session.reload(),
    offerUndo: () => undoAction(session, () => void actions.undo()),
  });
}
