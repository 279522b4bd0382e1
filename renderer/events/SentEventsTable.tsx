import { FileText, Repeat } from 'lucide-react';
import { memo, useState } from 'react';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { Button } from '../ui/Button.tsx';
import { localTime } from '../ui/local-time.ts';
import { RowIconButton } from '../ui/RowIconButton.tsx';
import { Tag } from '../ui/Tag.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { eventTypeName, outcomeName, statusAndLatency } from './phrase-event.ts';
import { SendAgainDialog } from './SendAgainDialog.tsx';
import { SentEventDialog } from './SentEventDialog.tsx';
import { useSendAgain } from './use-send-again.ts';

interface SentEventsTableProps {
  /** The newest of `total` events. */
  readonly events: readonly SentEvent[];
  readonly total: number;
  /** The last of `events` has come into view. */
  readonly onEnd: () => void;
  /** Puts an event into the form above, to be changed and sent. */
  readonly onEdit: (record: SentEvent) => void;
}

/** The events, with a way to the details of each and one to send it again. */
export function SentEventsTable({ events, total, onEnd, onEdit }: SentEventsTableProps) {
  const offline = useOfflineReason();
  const [detailed, setDetailed] = useState<SentEvent | null>(null);
  const again = useSendAgain();
  return (
    <>
      <VirtualTable
        label="Sent events"
        className="sent-events-table"
        rows={events}
        total={total}
        onEnd={onEnd}
        rowKey={({ id }) => id}
        head={
          <>
            <th scope="col" className="sent-time">
              Time
            </th>
            <th scope="col">Reader</th>
            <th scope="col" className="sent-type">
              Event type
            </th>
            <th scope="col">Labels</th>
            <th scope="col" className="sent-outcome">
              Outcome
            </th>
            <th scope="col" className="sent-actions">
              <span className="visually-hidden">Actions</span>
            </th>
          </>
        }
        cells={(record) => (
          <EventCells
            record={record}
            isBusy={again.busyId === record.id}
            offline={offline}
            onDetails={setDetailed}
            onSendAgain={again.start}
          />
        )}
      />
      {detailed ? <SentEventDialog record={detailed} onClose={() => setDetailed(null)} /> : null}
      {again.asking ? (
        <SendAgainDialog
          record={again.asking}
          isBusy={again.busyId !== null}
          onConfirm={again.confirm}
          onEdit={() => {
            if (again.asking) onEdit(again.asking);
            again.cancel();
          }}
          onClose={again.cancel}
        />
      ) : null}
    </>
  );
}

interface EventCellsProps {
  readonly record: SentEvent;
  readonly isBusy: boolean;
  readonly offline: string | null;
  readonly onDetails: (record: SentEvent) => void;
  readonly onSendAgain: (record: SentEvent) => void;
}

/** One event's cells. Drawn once: scrolling asks for those of every row in view again and again. */
const EventCells = memo(function EventCells({ record, isBusy, offline, onDetails, onSendAgain }: EventCellsProps) {
  const { event, outcome, readerName, sentAt } = record;
  const reader = readerName || event.readerId;
  const labels = event.labels.join(', ');
  return (
    <>
      <td className="tabular ellipsis" title={sentAt}>
        <time dateTime={sentAt}>{localTime(sentAt)}</time>
      </td>
      <td className="ellipsis" title={`${reader} (${event.readerId})`}>
        {reader}
      </td>
      <td className="ellipsis">{eventTypeName(event.eventType)}</td>
      <td className="ellipsis" title={labels}>
        {labels}
      </td>
      <td title={statusAndLatency(outcome)}>
        <Tag tone={tones[outcome.kind]}>{outcomeName(outcome)}</Tag>
        {record.repeats === null ? null : <Tag tone="neutral">Repeat</Tag>}
      </td>
      <td>
        <span className="sent-buttons">
          <RowIconButton
            label={`Details of the event sent at ${sentAt}`}
            title="Details"
            icon={<FileText aria-hidden="true" />}
            onPress={() => onDetails(record)}
          />
          <Button
            variant="quiet"
            className="send-again"
            icon={<Repeat aria-hidden="true" />}
            isBusy={isBusy}
            disabledReason={outcome.kind === 'sending' ? 'It is being sent.' : offline}
            onPress={() => onSendAgain(record)}
          >
            Send again
          </Button>
        </span>
      </td>
    </>
  );
});

const tones = {
  sending: 'neutral',
  accepted: 'added',
  refused: 'removed',
  unknown: 'warn',
} as const satisfies Record<SentEventOutcome['kind'], string>;
