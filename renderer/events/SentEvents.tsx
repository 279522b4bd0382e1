import { useInfiniteQuery } from '@tanstack/react-query';
import { Zap } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { everySentEvent, type SentEventFilter } from '../../core/events/sent-event-filter.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useConnection } from '../window/current-connection.ts';
import { ExportEvents } from './ExportEvents.tsx';
import { formLike } from './event-form.ts';
import { sentEventsQuery } from './queries.ts';
import { SentEventFilters } from './SentEventFilters.tsx';
import { SentEventsTable } from './SentEventsTable.tsx';
import { chanceNow, changeEventForm } from './use-event-form.ts';

/** The history of this connection's test events, newest first, with its filters and export. */
export function SentEvents() {
  const { id } = useConnection();
  const [filter, setFilter] = useState(everySentEvent);
  const history = useInfiniteQuery(sentEventsQuery(id, filter));
  const hasEvents = (history.data?.pages[0]?.total ?? 0) > 0;
  return (
    <section className="sent-events" aria-labelledby="sent-events-title">
      <header className="sent-events-head">
        <h2 id="sent-events-title">Sent events</h2>
        {hasEvents ? (
          <>
            <ExportEvents filter={filter} />
            <SentEventFilters filter={filter} onChange={setFilter} />
          </>
        ) : null}
      </header>
      <SentEventsFace filter={filter} onClear={() => setFilter(everySentEvent)} />
    </section>
  );
}

interface SentEventsFaceProps {
  readonly filter: SentEventFilter;
  readonly onClear: () => void;
}

function SentEventsFace({ filter, onClear }: SentEventsFaceProps): ReactNode {
  const { id } = useConnection();
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    sentEventsQuery(id, filter),
  );
  const events = useMemo(() => data?.pages.flatMap((page) => page.events) ?? [], [data]);
  if (error) return <Failed failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  const newest = data?.pages[0];
  if (!newest) return <Loading text="Reading the history…" />;
  const { matching, total } = newest;
  if (total === 0) {
    return (
      <EmptyState icon={<Zap aria-hidden="true" />} title="No events sent yet">
        Choose a reader above and send an event. It is listed here with Camio’s answer.
      </EmptyState>
    );
  }
  const readOn = () => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  return (
    <>
      <SentEventsTable
        events={events}
        total={matching}
        onEnd={readOn}
        onEdit={(record) => changeEventForm(id, (form) => formLike(record, form, chanceNow()))}
      />
      <div className="sent-events-foot dim">
        <p role="status">{phraseShown(matching, total)}</p>
        {filter === everySentEvent ? null : (
          <Button variant="quiet" onPress={onClear}>
            Clear filter
          </Button>
        )}
      </div>
    </>
  );
}

function phraseShown(shown: number, total: number): string {
  const events = counted(total, 'event');
  return shown === total ? events : `${formatCount(shown)} of ${events} shown`;
}
