import type { DraftSession } from '../draft/draft-session.ts';
import type { ImportedList } from '../import/import-session.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { undoAction } from '../sessions/undo-action.ts';

/** The draft as a list that files are imported into. Main imports into the draft it has on disk. */
export function importedReaders(session: DraftSession): ImportedList {
  return {
    target: 'readers',
    connectionId: session.connectionId,
    settled: async () => {
      const save = await session.settled();
      if (save.kind === 'failed') throw new AppFailure(save.error);
      const state = session.state();
      if (state.kind !== 'open') throw new Error('The draft was closed while a file was being imported.');
      return state.draft.seq;
    },
    reload: () => session.reload(),
    offerUndo: () => undoAction(session, () => void session.dispatch({ kind: 'undo' })),
  };
}
