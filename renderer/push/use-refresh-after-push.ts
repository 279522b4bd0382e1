import { counted } from '../../core/text/amounts.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { pushes } from './use-push.ts';

/** Reads Camio's list again after a push that did not end well. Where the draft could follow, that push is done with. */
export function useRefreshAfterPush(): { readonly run: () => void; readonly isRunning: boolean } {
  const session = useDraftSession();
  const { id } = useConnection();
  const isRunning = useDraft((state) => state.kind === 'open' && state.reading);

  const refresh = async () => {
    const outcome = await session.refresh();
    if (outcome === null) return;
    if (!outcome.ok) {
      toast.failure(outcome.error);
    } else if (outcome.value.kind === 'adopted') {
      pushes.dismiss(id);
      toast.news(`Read ${counted(outcome.value.readers, 'reader')} from Camio.`);
    }
  };
  return { run: () => void refresh(), isRunning };
}
