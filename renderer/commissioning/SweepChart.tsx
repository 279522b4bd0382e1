import { useMemo } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { type SweepTimeline, sweepTimeline } from '../../core/sweep/sweep-timeline.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { localTime } from '../ui/local-time.ts';
import { describeTimeline, phraseSpan } from './phrase-timeline.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { useEverySecond } from './use-every-second.ts';

interface SweepChartProps {
  readonly results: readonly SweepResult[];
  /** Events are being sent: the chart follows every second. */
  readonly isLive: boolean;
}

/** Outcomes and latency over time, as two charts with one time axis, and as a table for those who cannot see them. */
export function SweepChart({ results, isLive }: SweepChartProps) {
  const paced = useEverySecond(results).value;
  const shown = isLive ? paced : results;
  const timeline = useMemo(() => sweepTimeline(shown), [shown]);
  if (!timeline) return null;
  return (
    <figure className="sweep-chart">
      <figcaption className="visually-hidden">{describeTimeline(timeline)}</figcaption>
      <div className="chart-panels" aria-hidden="true">
        <Outcomes timeline={timeline} />
        <Latencies timeline={timeline} />
      </div>
      <Disclosure title="Chart as a table">
        <TimelineTable timeline={timeline} />
      </Disclosure>
    </figure>
  );
}

const height = 40;
const stacked = ['accepted', 'refused', 'unknown'] as const;

interface PanelProps {
  readonly timeline: SweepTimeline;
}

/** Bars, stacked: how many events of each slice came to what. */
function Outcomes({ timeline }: PanelProps) {
  const { slices, sliceMs } = timeline;
  const most = Math.max(...slices.map(({ accepted, refused, unknown }) => accepted + refused + unknown));
  return (
    <div className="chart-panel">
      <p className="chart-title">
        Events per {phraseSpan(sliceMs)}
        <span className="chart-most">{formatCount(most)}</span>
      </p>
      <svg viewBox={`0 0 ${slices.length} ${height}`} preserveAspectRatio="none" className="chart" aria-hidden="true">
        {slices.map((slice, index) => {
          let top = height;
          return stacked.map((outcome) => {
            const tall = (slice[outcome] / most) * height;
            top -= tall;
            return tall === 0 ? null : (
              <rect
                key={`${slice.fromMs}-${outcome}`}
                className={outcome}
                x={index + 0.06}
                y={top}
                width={0.88}
                height={tall}
              />
            );
          });
        })}
      </svg>
      <TimeAxis timeline={timeline} />
    </div>
  );
}

/** Steps: within how many ms half, and 95 of 100, of a slice's answers came. */
function Latencies({ timeline }: PanelProps) {
  const { slices } = timeline;
  const most = Math.max(1, ...slices.map(({ latency }) => latency?.p95 ?? 0));
  // The highest step keeps off the edge, which would cut its line in half.
  const heightOf = (ms: number) => (height - 4) * (1 - ms / most) + 2;
  const steps = (of: 'p50' | 'p95') =>
    slices.map(({ latency }, index) => (latency ? `M${index} ${heightOf(latency[of])}h1` : '')).join('');
  return (
    <div className="chart-panel">
      <p className="chart-title">
        Latency: <i className="key p50" /> half within, <i className="key p95" /> 95 of 100 within
        <span className="chart-most">{formatCount(most)} ms</span>
      </p>
      <svg viewBox={`0 0 ${slices.length} ${height}`} preserveAspectRatio="none" className="chart" aria-hidden="true">
        <path className="p95" d={steps('p95')} />
        <path className="p50" d={steps('p50')} />
      </svg>
      <TimeAxis timeline={timeline} />
    </div>
  );
}

function TimeAxis({ timeline: { slices, sliceMs } }: PanelProps) {
  const [first, last] = [slices[0], slices.at(-1)];
  if (!first || !last) return null;
  return (
    <p className="chart-axis tabular">
      <span>{localTime(new Date(first.fromMs).toISOString())}</span>
      <span>{localTime(new Date(last.fromMs + sliceMs).toISOString())}</span>
    </p>
  );
}
