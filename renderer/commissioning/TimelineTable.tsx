import type { SweepTimeline } from '../../core/sweep/sweep-timeline.ts';
import { formatCount, latencyText } from '../../core/text/amounts.ts';
import { localTime } from '../ui/local-time.ts';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { phraseSpan } from './phrase-timeline.ts';

/** The chart's slices in which anything was sent, in numbers. */
export function TimelineTable({ timeline: { slices, sliceMs } }: { readonly timeline: SweepTimeline }) {
  const rows = slices.filter(({ accepted, refused, unknown }) => accepted + refused + unknown > 0);
  return (
    <VirtualTable
      label={`Outcomes and latency per ${phraseSpan(sliceMs)}`}
      className="timeline-table"
      rows={rows}
      rowKey={({ fromMs }) => fromMs}
      head={['From', 'Accepted', 'Refused', 'Unknown', 'Half within', '95 of 100 within'].map((title) => (
        <th key={title} scope="col">
          {title}
        </th>
      ))}
      cells={({ fromMs, accepted, refused, unknown, latency }) => (
        <>
          <td className="tabular">{localTime(new Date(fromMs).toISOString())}</td>
          <td className="tabular">{formatCount(accepted)}</td>
          <td className="tabular">{formatCount(refused)}</td>
          <td className="tabular">{formatCount(unknown)}</td>
          <td className="tabular">{latency ? latencyText(latency.p50) : ''}</td>
          <td className="tabular">{latency ? latencyText(latency.p95) : ''}</td>
        </>
      )}
    />
  );
}
