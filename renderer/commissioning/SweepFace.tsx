import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SweepSummary } from '../../core/sweep/sweep.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Select } from '../ui/Select.tsx';
import { useConnection } from '../window/current-connection.ts';
import { describeSweep } from './phrase-sweep.ts';
import { sweepResultsQuery } from './queries.ts';
import { Results } from './Results.tsx';
import { SweepCard } from './SweepCard.tsx';

interface SweepFaceProps {
  readonly sweeps: UseQueryResult<readonly SweepSummary[]>;
  /** The sweep in view, of those. */
  readonly shown: SweepSummary | null;
  readonly onChoose: (sweepId: string) => void;
}

/** The page's face: what a sweep is while there is none, else the one in view. */
export function SweepFace({ sweeps, shown, onChoose }: SweepFaceProps): ReactNode {
  if (sweeps.error) return <Failed failure={sweeps.error} onRetry={() => void sweeps.refetch()} />;
  if (!sweeps.data) return <Loading text="Reading the sweeps…" />;
  if (!shown) {
    return (
      <EmptyState icon={<ListChecks aria-hidden="true" />} title="No sweep yet">
        A sweep sends one test event for each reader you choose. You then look for each event in Camio, mark the readers
        you saw on video, and hand over the report. Start with Choose readers.
      </EmptyState>
    );
  }
  return <SweepInView key={shown.sweep.id} sweeps={sweeps.data} shown={shown} onChoose={onChoose} />;
}

interface SweepInViewProps {
  readonly sweeps: readonly SweepSummary[];
  readonly shown: SweepSummary;
  readonly onChoose: (sweepId: string) => void;
}

function SweepInView({ sweeps, shown, onChoose }: SweepInViewProps) {
  const { id: connectionId } = useConnection();
  const results = useQuery(sweepResultsQuery(connectionId, shown.sweep.id));
  const choice = (
    <Select
      label="Sweep"
      isLabelHidden
      value={shown.sweep.id}
      choices={sweeps.map((summary) => ({ value: summary.sweep.id, label: describeSweep(summary) }))}
      onChange={onChoose}
    />
  );
  return (
    <div className="commissioning">
      <SweepCard summary={shown} results={results} choice={choice} />
      <Results summary={shown} results={results} />
    </div>
  );
}
