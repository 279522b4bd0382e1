import './events.css';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Draft, hasList } from '../../core/draft/draft.ts';
import { OtherAccountPanel } from '../connections/OtherAccountPanel.tsx';
import { hostOf } from '../connections/phrase-connection.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { settingsQuery } from '../settings/queries.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useConnection } from '../window/current-connection.ts';
import { useNavigate } from '../window/navigation.ts';
import { EventComposer } from './EventComposer.tsx';
import { SentEvents } from './SentEvents.tsx';

/** Sends test events, one at a time, and shows what came of them. */
export function TestEventsPage() {
  const { name, accountEmail, baseUrl } = useConnection();
  return (
    <>
      <PageHeader
        title="Test events"
        sub={`${name} · ${accountEmail ?? 'account not confirmed'} · ${hostOf(baseUrl)}`}
      />
      <OtherAccountPanel />
      <div className="events">
        <ComposerFace />
        <SentEvents />
      </div>
    </>
  );
}

function ComposerFace(): ReactNode {
  const state = useDraft((whole) => whole);
  const session = useDraftSession();
  const navigate = useNavigate();
  const settings = useQuery(settingsQuery);
  if (settings.error) return <Failed failure={settings.error} onRetry={() => void settings.refetch()} />;
  if (state.kind === 'failed') {
    return <Failed failure={new AppFailure(state.error)} onRetry={() => void session.retry()} />;
  }
  if (state.kind === 'opening' || !settings.data) return <Loading text="Opening the draft…" />;
  if (hasList(state.draft) && hasReaderInCamio(state.draft)) {
    return <EventComposer rows={state.draft.rows} defaultLabels={settings.data.defaultLabels} />;
  }
  if (state.reading) return <Loading text="Reading Camio’s list…" />;
  if (state.readError) {
    return <Failed failure={new AppFailure(state.readError)} onRetry={() => void session.refresh()} />;
  }
  const toReaders = <Button onPress={() => navigate('readers')}>Go to readers</Button>;
  return hasList(state.draft) ? (
    <EmptyState icon={<Inbox aria-hidden="true" />} title="Camio’s list is empty" actions={toReaders}>
      A test event comes from a reader that Camio knows. Add readers and push them first.
    </EmptyState>
  ) : (
    <EmptyState icon={<Inbox aria-hidden="true" />} title="No readers yet" actions={toReaders}>
      A test event comes from a reader that Camio knows. Read Camio’s list on the Readers page first.
    </EmptyState>
  );
}

function hasReaderInCamio({ rows }: Pick<Draft, 'rows'>): boolean {
  for (const { base } of rows) if (base) return true;
  return false;
}
