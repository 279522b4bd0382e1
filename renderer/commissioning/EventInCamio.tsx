import { Copy, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import { localTime } from '../ui/local-time.ts';
import { RowIconButton } from '../ui/RowIconButton.tsx';
import { copyLabel, searchInCamio } from '../window/label-in-camio.ts';

/** When a reader's event was sent, and the label to find it by; of one that Camio refused, why: there is nothing to find. */
export function EventInCamio({
  result: { readerId, readerName, label, sentAt, outcome, message },
}: {
  readonly result: SweepResult;
}): ReactNode {
  if (label === '' || sentAt === null) return null;
  if (outcome === 'refused') {
    return (
      <div className="refused-because" title={`${localTime(sentAt)}\n${message}`}>
        {message}
      </div>
    );
  }
  const reader = readerName || readerId;
  return (
    <div className="event-in-camio">
      <div className="event-in-camio-text">
        <div className="tabular ellipsis" title={sentAt}>
          <time dateTime={sentAt}>{localTime(sentAt)}</time>
        </div>
        <div className="mono dim ellipsis selectable label-end" title={label}>
          <bdi>{label}</bdi>
        </div>
      </div>
      <RowIconButton
        label={`Search in Camio for ${reader}`}
        title="Search in Camio for this label"
        icon={<ExternalLink aria-hidden="true" />}
        onPress={() => void searchInCamio(label)}
      />
      <RowIconButton
        label={`Copy label of ${reader}`}
        title="Copy this label"
        icon={<Copy aria-hidden="true" />}
        onPress={() => void copyLabel(label)}
      />
    </div>
  );
}
