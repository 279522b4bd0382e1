import type { DraftSession } from '../draft/draft-session.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { toast } from '../ui/toast.ts';
import { useNavigate } from '../window/navigation.ts';
import { phraseRefreshed } from './phrase-refreshed.ts';

/** What the page's buttons, keys and menu items do. */
export function useReadersCommands() {
  const session = useDraftSession();
  const { list, actions } = useReaderList();
  const navigate = useNavigate();

  return {
    add: list.newLine.open,
    remove: () => actions.remove(),
    undo: () => actions.undo(),
    redo: () => actions.redo(),
    /** What is being typed goes into the draft first, so that the review shows it. What cannot yet is finished first. */
    review: () => {
      actions.commitEdit();
      if (actions.addTyped()) navigate('review');
    },
    refresh: () => void refresh(session),
  };
}

async function refresh(session: DraftSession): Promise<void> {
  const read = await session.refresh();
  if (!read) return;
  if (!read.ok) toast.failure(read.error, { label: 'Retry', run: () => void refresh(session) });
  // A list that moved, or lost readers, is said on the page itself.
  else if (read.value.kind === 'adopted' && read.value.lost === 0) toast.news(phraseRefreshed(read.value));
}
