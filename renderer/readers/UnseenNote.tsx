import { EyeOff } from 'lucide-react';
import { useDraft } from '../draft/use-draft.ts';

/** Says that Camio does not let its list be read, so that nobody takes the list in view for Camio's. */
export function UnseenNote() {
  const isUnseen = useDraft((state) => state.kind === 'open' && state.readError?.code === 'not-offered');
  const wasRead = useDraft((state) => state.kind === 'open' && state.draft.baseReadAt !== null);
  if (!isUnseen) return null;
  return (
    <p className="readers-unseen" role="note">
      <EyeOff aria-hidden="true" />
      <span>
        Camio does not let its list be read.{' '}
        {wasRead
          ? 'Changes are shown against the list as it was last read or pushed here.'
          : 'Changes are shown against the list as it was last pushed here, if it ever was.'}{' '}
        A push replaces the whole list unseen and asks for that.
      </span>
    </p>
  );
}
