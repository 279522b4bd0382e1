import { GitMerge } from 'lucide-react';
import { counted } from '../../core/text/amounts.ts';
import { useDraft } from '../draft/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { useNavigate } from '../window/navigation.ts';

/** Says that Camio's list is another than the one the draft started from, and where to go on. */
export function MovedNotice() {
  const navigate = useNavigate();
  const moved = useDraft((state) => (state.kind === 'open' ? state.moved : null));
  return (
    <div role="status" className="moved-notice">
      {moved ? (
        <>
          <GitMerge aria-hidden="true" />
          <span>Somebody changed Camio’s list: {counted(moved.readers, 'reader differs', 'readers differ')}.</span>
          <Button onPress={() => navigate('review')}>Review what moved</Button>
        </>
      ) : null}
    </div>
  );
}
