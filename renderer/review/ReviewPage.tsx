import '../push/push.css';
import './review.css';
import { Inbox } from 'lucide-react';
import { hasList } from '../../core/draft/draft.ts';
import { hostOf } from '../connections/phrase-connection.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useConnection } from '../window/current-connection.ts';
import { useNavigate } from '../window/navigation.ts';
import { Conflicts } from './Conflicts.tsx';
import { DraftReview } from './DraftReview.tsx';

/** Everything a push would change and send, and the push itself. */
export function ReviewPage() {
  const { name, accountEmail, baseUrl } = useConnection();
  const account = accountEmail ?? 'account not confirmed';
  return (
    <>
      <PageHeader title="Review" sub={`${name} · ${account} · ${hostOf(baseUrl)}`} />
      <ReviewFace />
    </>
  );
}

function ReviewFace() {
  const state = useDraft((whole) => whole);
  const session = useDraftSession();
  const navigate = useNavigate();
  if (state.kind === 'opening') return <Loading text="Opening the draft…" />;
  if (state.kind === 'failed') {
    return <Failed failure={new AppFailure(state.error)} onRetry={() => void session.retry()} />;
  }
  if (hasList(state.draft)) {
    const isSaved = state.save.kind === 'saved';
    const review = <DraftReview draft={state.draft} isSaved={isSaved} />;
    if (!state.moved) return review;
    return (
      <Conflicts draft={state.draft} moved={state.moved} isSaved={isSaved}>
        {review}
      </Conflicts>
    );
  }
  if (state.reading) return <Loading text="Reading Camio’s list…" />;
  if (state.readError) {
    return <Failed failure={new AppFailure(state.readError)} onRetry={() => void session.refresh()} />;
  }
  return (
    <EmptyState
      icon={<Inbox aria-hidden="true" />}
      title="Camio’s list was not read yet"
      actions={<Button onPress={() => navigate('readers')}>Back to readers</Button>}
    >
      Read the list on the Readers page first. Without it nothing can be compared, so nothing is pushed.
    </EmptyState>
  );
}
