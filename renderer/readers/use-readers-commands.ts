import { useConnection } from '../app/current-connection.ts';
import { ipc } from '../app/ipc.ts';
import { useNavigate } from '../app/navigation.ts';
import { toast } from '../ui/toast.ts';
import type { DraftSession } from './draft-session.ts';
import { countReaders } from './phrase-changes.ts';
import { phraseRefreshed } from './phrase-refreshed.ts';
import { useDraftSession } from './use-draft.ts';
import { useReaderList } from './use-reader-list.ts';

export type ExportChoice = { readonly source: 'draft' | 'remote'; readonly format: 'csv' | 'json' };

/** What the page's buttons, keys and menu items do. */
export function useReadersCommands() {
  const session = useDraftSession();
  const { id: connectionId } = useConnection();
  const { list, actions } = useReaderList();
  const navigate = useNavigate();

  return {
    add: () => list.setAdding(true),
    remove: () => actions.remove(),
    undo: () => actions.undo(),
    redo: () => actions.redo(),
    /** What is being typed goes into the draft first, so that the review shows it. */
    review: () => {
      actions.commitEdit();
      navigate('review');
    },
    refresh: () => void refresh(session),
    exportReaders: (choice: ExportChoice) => void exportReaders(session, connectionId, choice),
  };
}

async function refresh(session: DraftSession): Promise<void> {
  const read = await session.refresh();
  if (!read) return;
  if (!read.ok) toast.failure(read.error, { label: 'Retry', run: () => void refresh(session) });
  // A list that moved is said on the page itself.
  else if (read.value.kind === 'adopted') toast.news(phraseRefreshed(read.value));
}

async function exportReaders(session: DraftSession, connectionId: string, choice: ExportChoice): Promise<void> {
  // Main writes the draft it has on disk: what is not saved would be missing from the file.
  const save = await session.settled();
  if (choice.source === 'draft' && save.kind === 'failed') {
    toast.failure(save.error, { label: 'Retry', run: () => void session.retry() });
    return;
  }
  const exported = await ipc.readers.export({ connectionId, ...choice });
  if (!exported.ok) toast.failure(exported.error);
  else if (exported.value.kind === 'saved') {
    toast.news(`Exported ${countReaders(exported.value.readers)} to ${exported.value.path}`);
  }
}
