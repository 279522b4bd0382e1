import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { SweepSummary } from '../../core/sweep/sweep.ts';
import { formatCount, percentText } from '../../core/text/amounts.ts';
import { filterWords } from '../../core/text/fold-text.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Select } from '../ui/Select.tsx';
import { MarkShownAsSeen } from './MarkShownAsSeen.tsx';
import { totalOf } from './phrase-sweep.ts';
import { ResultsTable } from './ResultsTable.tsx';
import { passes, type Shown, shownChoices } from './result-filter.ts';
import type { SweepResults } from './sweep-results.ts';

interface ResultsProps {
  readonly summary: SweepSummary;
  readonly results: UseQueryResult<SweepResults>;
}

const noReaders: ReadonlySet<string> = new Set();

/** What became of each reader's event, and what was seen of it on video. */
export function Results({ summary: { sweep, state, counts, seen }, results }: ResultsProps) {
  const [shown, setShown] = useState<Shown>('all');
  const [text, setText] = useState('');
  const words = filterWords(useDeferredValue(text)).join(' ');
  // What was just ticked stays where it is until something else is asked for: it would vanish under the hand, the keyboard's
  // place with it, and a note would keep its reader from being ticked.
  const [touched, setTouched] = useState<ReadonlySet<string>>(noReaders);
  const list = results.data?.list;
  const rows = useMemo(() => {
    if (!list || (shown === 'all' && words === '')) return list ?? [];
    const wanted = words === '' ? [] : words.split(' ');
    return list.filter((result) => touched.has(result.readerId) || passes(result, shown, wanted));
  }, [list, shown, words, touched]);
  const touch = useCallback((readerId: string) => setTouched((before) => new Set(before).add(readerId)), []);

  if (results.error) return <Failed failure={results.error} onRetry={() => void results.refetch()} />;
  if (!list) return <Loading text="Reading the results…" />;
  const total = totalOf(counts);
  return (
    <section className="sweep-results" aria-labelledby="sweep-results-title">
      <header className="sweep-results-head">
        <h2 id="sweep-results-title" className="visually-hidden">
          Results
        </h2>
        <p className="tabular signed-off" role="status">
          {formatCount(seen)} of {formatCount(total)} seen on video ({percentText(seen, total)})
        </p>
        <SearchBox
          label="Filter results"
          value={text}
          onChange={(next) => {
            setText(next);
            setTouched(noReaders);
          }}
        />
        <Select
          label="Show"
          isLabelHidden
          value={shown}
          choices={shownChoices}
          onChange={(next) => {
            setShown(next);
            setTouched(noReaders);
          }}
        />
        <MarkShownAsSeen sweepId={sweep.id} rows={rows} />
      </header>
      <ResultsTable sweepId={sweep.id} rows={rows} hasEnded={state.kind === 'stopped'} onTouch={touch} />
      {rows.length === list.length ? null : (
        <p className="dim tabular">
          {formatCount(rows.length)} of {formatCount(list.length)} results shown
        </p>
      )}
    </section>
  );
}
