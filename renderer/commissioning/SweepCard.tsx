import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isUnderWay, type SweepSummary } from '../../core/sweep/sweep.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Tag } from '../ui/Tag.tsx';
import { stateTone, stateWord, totalOf } from './phrase-sweep.ts';
import { SweepActions } from './SweepActions.tsx';
import { SweepChart } from './SweepChart.tsx';
import { SweepNote } from './SweepNote.tsx';
import { SweepPace } from './SweepPace.tsx';
import type { SweepResults } from './sweep-results.ts';

interface SweepCardProps {
  readonly summary: SweepSummary;
  readonly results: UseQueryResult<SweepResults>;
  /** Chooses among the sweeps. */
  readonly choice: ReactNode;
}

/** How far a sweep has come, what it looks like over time, and what can be done about it. */
export function SweepCard({ summary, results, choice }: SweepCardProps) {
  const { state, counts, toSend } = summary;
  const list = results.data?.list;
  return (
    <section className="sweep-card" aria-label="Sweep">
      <div className="sweep-head">
        {choice}
        <SweepActions key={summary.sweep.id} summary={summary} results={list ?? null} />
      </div>
      <ProgressBar
        label="Sweep progress"
        done={counts.accepted + counts.refused + counts.unknown}
        total={totalOf(counts)}
      />
      <div className="sweep-figures">
        <span role="status">
          <Tag tone={stateTone(state)}>{stateWord(state)}</Tag>
        </span>
        <ul className="sweep-counts tabular">
          <Count className="accepted" count={counts.accepted} word="accepted" />
          <Count className="refused" count={counts.refused} word="refused" />
          <Count className="unknown" count={counts.unknown} word="unknown" />
          <Count className="pending" count={counts.pending + counts.sending} word="pending" />
        </ul>
        {list && state.kind === 'running' ? <SweepPace left={toSend + counts.sending} results={list} /> : null}
      </div>
      <SweepNote summary={summary} />
      {list ? <SweepChart results={list} isLive={isUnderWay(state)} /> : null}
    </section>
  );
}

function Count({
  className,
  count,
  word,
}: {
  readonly className: string;
  readonly count: number;
  readonly word: string;
}) {
  return (
    <li className={count === 0 ? 'none' : className}>
      {formatCount(count)} {word}
    </li>
  );
}
