import { useQuery } from '@tanstack/react-query';
import { Zap } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useConnection } from '../app/current-connection.ts';
import { formatCount } from '../readers/phrase-changes.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { sentEventsQuery } from './queries.ts';
import { SentEventRow } from './SentEventRow.tsx';

const shownAtFirst = 25;

/** The history of this connection's test events, newest first. */
export function SentEvents() {
  return (
    <section className="sent-events" aria-labelledby="sent-events-title">
      <h2 id="sent-events-title">Sent events</h2>
      <SentEventsFace />
    </section>
  );
}

function SentEventsFace(): ReactNode {
  const { id } = useConnection();
  const { data: sent, error, refetch, isFetching } = useQuery(sentEventsQuery(id));
  const [shown, setShown] = useState(shownAtFirst);
  if (error) return <Failed failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!sent) return <Loading text="Reading the history…" />;
  if (sent.length === 0) {
    return (
      <EmptyState icon={<Zap aria-hidden="true" />} title="No events sent yet">
        Choose a reader above and send an event. It is listed here with Camio’s answer.
      </EmptyState>
    );
  }
  const hidden = sent.length - shown;
  return (
    <>
      <div className="sent-events-frame">
        <table aria-label="Sent events">
          <thead>
            <tr>
              <th scope="col" className="sent-time">
                Time
              </th>
              <th scope="col">Reader</th>
              <th scope="col" className="sent-type">
                Event type
              </th>
              <th scope="col">Labels</th>
              <th scope="col" className="sent-outcome">
                Outcome
              </th>
              <th scope="col" className="sent-actions">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sent.slice(0, shown).map((record) => (
              <SentEventRow key={record.id} record={record} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? (
        <Button variant="quiet" onPress={() => setShown(shown * 4)}>
          {`Show more (${formatCount(hidden)} older)`}
        </Button>
      ) : null}
    </>
  );
}
