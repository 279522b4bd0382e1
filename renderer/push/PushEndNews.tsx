import { useEffect } from 'react';
import { isUnderWay, type PushState } from '../../core/push/push-state.ts';
import { counted } from '../../core/text/amounts.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { useNavigate } from '../window/navigation.ts';
import { pushes, usePushView } from './use-push.ts';

/** Ends that were told already; each is a state of its own. */
const told = new WeakSet<PushState>();

/** On the other pages: what became of a push that was begun on Review, once it has ended. */
export function PushEndNews(): null {
  const { id } = useConnection();
  const drawn = usePushView();
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: to be looked at anew whenever another one was drawn
  useEffect(() => {
    // Review, which was left for this page, has said by now whether the end was seen there; what was drawn is older.
    const push = pushes.view(id);
    if (push.kind !== 'state' || push.reviewed === null || push.wasSeen) return;
    if (isUnderWay(push.state) || told.has(push.state)) return;
    told.add(push.state);
    tell(push.state, () => navigate('review'));
  }, [drawn, id, navigate]);
  return null;
}

function tell(state: PushState, run: () => void): void {
  const action = { label: 'Go to Review', run };
  // Whoever cancelled it knows.
  if (state.kind === 'cancelled') return;
  if (state.kind === 'stored') toast.news(`Camio now holds ${counted(state.readers, 'reader')}.`, action);
  else if (state.kind === 'sent, not verified')
    toast.news(`Sent, not verified: Camio accepted ${counted(state.readers, 'reader')}.`, action);
  else {
    const message = 'error' in state ? state.error.message : 'The push was held, so nothing was sent.';
    toast.failure({ message, next: 'Go to Review to see what can be done.' }, action);
  }
}
