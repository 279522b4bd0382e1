import type { SentEvent } from '../../core/events/test-event.ts';
import { siteTimeZone } from '../../core/time/time-zone.ts';
import { zonedTime } from '../../core/time/zoned-time.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useConnection } from '../window/current-connection.ts';
import { Answer } from './EventResult.tsx';
import { outcomeName, statusAndLatency } from './phrase-event.ts';

interface SentEventDialogProps {
  readonly record: SentEvent;
  readonly onClose: () => void;
}

/** What was posted for one event of the history, and what came back. */
export function SentEventDialog({ record, onClose }: SentEventDialogProps) {
  return (
    <Dialog title="Sent event" width="wide" onClose={onClose}>
      <Facts record={record} />
      <div className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

function Facts({ record }: { readonly record: SentEvent }) {
  const { outcome, event } = record;
  const zone = siteTimeZone(useConnection());
  const atSite = zonedTime(Date.parse(event.timestamp), zone);
  return (
    <dl className="sent-facts">
      <dt>Sent at</dt>
      <dd className="tabular">
        {record.sentAt}
        {record.repeats === null ? '' : ', as a repeat of an earlier event'}
      </dd>
      <dt>Time of the event</dt>
      <dd className="tabular">
        {event.timestamp}
        {atSite ? ` (at the site ${atSite.clock} ${atSite.offset})` : ''}
      </dd>
      <dt>{outcomeName(outcome)}</dt>
      <dd>
        {statusAndLatency(outcome)}
        {outcome.kind === 'accepted' ? <Answer text={outcome.answer} /> : null}
        {'error' in outcome ? (
          <>
            <p>{outcome.error.message}</p>
            <p>{outcome.error.next}</p>
            {outcome.error.detail ? <Answer text={outcome.error.detail} /> : null}
          </>
        ) : null}
      </dd>
      <dt>What was sent</dt>
      <dd>
        <pre className="event-answer">{record.body}</pre>
      </dd>
      <dt>Record</dt>
      <dd className="mono">{record.id}</dd>
    </dl>
  );
}
