import { useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type ActivityFilter, filterActivity } from '../../core/audit/activity-filter.ts';
import type { Activity as ActivityLines } from '../../core/ipc/activity-calls.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ActivityActions } from './ActivityActions.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import { activityQuery } from './queries.ts';
import { useVerify } from './use-verify.ts';
import { Verdict } from './Verdict.tsx';

const everything: ActivityFilter = { kind: null, connectionId: null, text: '' };

/** The activity log of this installation, with its filters, *Verify* and export. */
export function Activity() {
  const [filter, setFilter] = useState(everything);
  const { data: activity } = useQuery(activityQuery);
  const verifying = useVerify();
  return (
    <section className="history-section activity" aria-labelledby="activity-title">
      <header className="history-head">
        <h2 id="activity-title">Activity</h2>
        <ActivityFilters lines={activity?.lines ?? []} filter={filter} onChange={setFilter} />
        <ActivityActions filter={filter} verifying={verifying} />
      </header>
      {verifying.data ? <Verdict verification={verifying.data} onDismiss={verifying.reset} /> : null}
      <ActivityFace filter={filter} flawedLine={flawedLine(verifying)} />
    </section>
  );
}

function flawedLine({ data }: ReturnType<typeof useVerify>): number | null {
  return data?.flaw && 'line' in data.flaw ? data.flaw.line : null;
}

interface ActivityFaceProps {
  readonly filter: ActivityFilter;
  readonly flawedLine: number | null;
}

function ActivityFace({ filter, flawedLine: flawed }: ActivityFaceProps): ReactNode {
  const { data: activity, error, refetch, isFetching } = useQuery(activityQuery);
  if (error) return <Failed failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!activity) return <Loading text="Reading the activity log…" />;
  if (activity.total === 0) {
    return (
      <EmptyState icon={<ScrollText aria-hidden="true" />} title="No activity yet">
        Pushes, test events, exports and changed connections are written down here as they happen.
      </EmptyState>
    );
  }
  const shown = filterActivity(activity.lines, filter);
  return (
    <>
      <ActivityTable lines={shown} flawedLine={flawed} />
      {shown.length < activity.total ? <p className="history-foot dim">{phraseShown(shown.length, activity)}</p> : null}
    </>
  );
}

function phraseShown(shown: number, { lines, total }: ActivityLines): string {
  const searched = lines.length < total ? `the newest ${formatCount(lines.length)} of ` : '';
  return `${formatCount(shown)} of ${searched}${formatCount(total)} lines shown`;
}
