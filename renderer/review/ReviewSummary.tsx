import type { ChangeCounts } from '../../core/readers/change.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { summaryText } from './review.ts';

/** The changes in number: as one sentence for assistive technology, as cards for the eye. */
export function ReviewSummary({ counts }: { readonly counts: ChangeCounts }) {
  const shown = (['added', 'renamed', 'changed', 'removed', 'unchanged'] as const).filter(
    (kind) => kind !== 'changed' || counts.changed > 0,
  );
  return (
    <div className="review-summary">
      <p className="visually-hidden">{summaryText(counts)}</p>
      {shown.map((kind) => (
        <div className="review-card" data-kind={counts[kind] > 0 ? kind : 'none'} aria-hidden="true" key={kind}>
          <b>{formatCount(counts[kind])}</b>
          <span>{kind}</span>
        </div>
      ))}
    </div>
  );
}
