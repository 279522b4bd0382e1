import { useDraft } from '../draft/use-draft.ts';
import { type PushView, sawNoList } from './push-session.ts';

/** Whether Camio was seen not to offer its list for reading, by the last reading or by a push since then. */
export function useListIsUnseen(push: PushView): boolean {
  return useDraft(
    (state) => state.kind === 'open' && (state.readError?.code === 'not-offered' || sawNoList(push, state.draft)),
  );
}
