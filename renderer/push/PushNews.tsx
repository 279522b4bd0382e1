import './push.css';
import { isUnderWay } from '../../core/push/push-state.ts';
import { ListLossPanel } from '../list-loss/ListLossPanel.tsx';
import { TakeoverPanel } from '../takeover/TakeoverPanel.tsx';
import { PushPanel } from './PushPanel.tsx';
import type { PushView } from './push-session.ts';
import { usePushView } from './use-push.ts';

/**
 * What a person must hear of pushes without asking, above the page in view: that one was undone, and what became of one
 * that an earlier session left without an outcome. The Review page itself shows every push.
 */
export function PushNews({ isOnReview }: { readonly isOnReview: boolean }) {
  const push = usePushView();
  return (
    <div className="push-news">
      <ListLossPanel />
      <TakeoverPanel />
      {!isOnReview && isOfEarlierSession(push) ? <PushPanel push={push} focusOn={0} /> : null}
    </div>
  );
}

function isOfEarlierSession(push: PushView): boolean {
  if (push.kind !== 'state' || push.reviewed !== null || push.wasSeen) return false;
  return isUnderWay(push.state) || push.state.kind === 'outcome unknown' || 'interruptedAt' in push.state;
}
