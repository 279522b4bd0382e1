import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Draft, draftLength, hasChanges } from '../../core/draft/draft.ts';
import { isUnderWay } from '../../core/push/push-state.ts';
import { OtherAccountPanel } from '../connections/OtherAccountPanel.tsx';
import { PushPanel } from '../push/PushPanel.tsx';
import { concerns, type PushView } from '../push/push-session.ts';
import { useListIsUnseen } from '../push/use-list-is-unseen.ts';
import { pushes, usePush } from '../push/use-push.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useConnection } from '../window/current-connection.ts';
import { useNavigate } from '../window/navigation.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { BrakePanel } from './BrakePanel.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { IssuesPanel } from './IssuesPanel.tsx';
import { PartlyShownNote } from './PartlyShownNote.tsx';
import { ReviewSummary } from './ReviewSummary.tsx';
import { reviewOf, whyNotNow, whyNotPush } from './review.ts';
import { UnseenPanel } from './UnseenPanel.tsx';
import { WhatWillBeSent } from './WhatWillBeSent.tsx';

/** The review of a draft, with its push from the first state to the end. */
export function DraftReview({ draft, isSaved }: { readonly draft: Draft; readonly isSaved: boolean }) {
  const connection = useConnection();
  const navigate = useNavigate();
  const push = usePush();
  const offline = useOfflineReason();
  const review = useMemo(() => reviewOf(draft), [draft]);
  const [typed, setTyped] = useState('');
  const [typedUnseen, setTypedUnseen] = useState('');
  const [pushesStarted, setPushesStarted] = useState(0);

  const isPushing = push.kind === 'starting' || (push.kind === 'state' && isUnderWay(push.state));
  const isUnseen = useListIsUnseen(push);
  const readers = draftLength(draft);
  const unseen = isUnseen ? { readers, typed: typedUnseen } : null;
  const question = { draft, isSaved, review, push, typed, unseen, connection };
  const offReason = offline ?? whyNotPush(question);
  const offNow = isPushing ? null : (offline ?? whyNotNow(question));
  const start = () => {
    setPushesStarted(pushesStarted + 1);
    setTyped('');
    setTypedUnseen('');
    const { brake } = review;
    void pushes.start(connection.id, draft, brake ? String(brake.removed) : '', isUnseen ? String(readers) : '');
  };

  return (
    <div className="review">
      {concerns(push, draft) ? <PushPanel push={push} focusOn={pushesStarted} /> : null}
      <OtherAccountPanel />
      {hasChanges(draft) ? (
        <>
          <ReviewSummary counts={draft.counts} />
          {review.brake && !isPushing ? <BrakePanel brake={review.brake} typed={typed} onType={setTyped} /> : null}
          {isUnseen && !isPushing ? (
            <UnseenPanel readers={readers} typed={typedUnseen} onType={setTypedUnseen} />
          ) : null}
          <PartlyShownNote readers={readers} />
          <IssuesPanel blocking={review.blocking} warned={review.warned} />
          <ChangesTable changes={review.changes} named={namedIn(push)} />
          <footer className="review-foot">
            <WhatWillBeSent draft={draft} />
            <div className="review-actions">
              {offNow ? <span className="review-off">{offNow}</span> : null}
              <Button onPress={() => navigate('readers')}>Back to readers</Button>
              <Button variant="primary" onPress={start} disabledReason={offReason}>
                Push to Camio
              </Button>
            </div>
          </footer>
        </>
      ) : (
        <EmptyState
          icon={<CircleCheck aria-hidden="true" />}
          title="Nothing to push"
          actions={<Button onPress={() => navigate('readers')}>Back to readers</Button>}
        >
          The draft is the list Camio holds, as last read. Rename, add or delete readers first.
        </EmptyState>
      )}
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

/** Ids of the readers that Camio’s refusal of the last push names. */
function namedIn(push: PushView): ReadonlySet<string> {
  return push.kind === 'state' && push.state.kind === 'refused' && push.state.named ? new Set(push.state.named) : none;
}
