import { useDraft } from '../readers/use-draft.ts';
import type { PushView } from './push-session.ts';

/** Whether Camio was seen not to offer its list for reading, by the last reading or by the last push. */
export function useListIsUnseen(push: PushView): boolean {
  const wasNotOffered = useDraft((state) => state.kind === 'open' && state.readError?.code === 'not-offered');
  return wasNotOffered || (push.kind === 'state' && push.state.kind === 'list not seen');
}
