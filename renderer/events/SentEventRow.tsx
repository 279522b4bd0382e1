import { useMutation } from '@tanstack/react-query';
import { ChevronRight, Repeat } from 'lucide-react';
import { memo, useState } from 'react';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { useConnection } from '../app/current-connection.ts';
import { useOfflineReason } from '../app/use-offline-reason.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Tag } from '../ui/Tag.tsx';
import { toast } from '../ui/toast.ts';
import { eventTypeName, outcomeWord, statusAndLatency } from './phrase-event.ts';
import { sendEvent } from './queries.ts';
import { SendAgainDialog } from './SendAgainDialog.tsx';
import { SentEventDetails } from './SentEventDetails.tsx';

/** One event of the history, with its details on demand and a way to send it again. */
export const SentEventRow = memo(function SentEventRow({ record }: { readonly record: SentEvent }) {
  const { id: connectionId } = useConnection();
  const offline = useOfflineReason();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { event, outcome } = record;
  const reader = record.readerName || event.readerId;

  const sending = useMutation({
    mutationFn: () => sendEvent({ connectionId, event, repeats: record.id }),
    onSuccess: (sent) => {
      setAsking(false);
      if ('error' in sent.outcome) toast.failure(sent.outcome.error);
      else toast.news(`Sent again: Camio accepted it, ${statusAndLatency(sent.outcome)}.`);
    },
    onError: (failure) => {
      setAsking(false);
      toast.failure(failure);
    },
  });
  // Where Camio may have it already, a second one is asked for.
  const needsAnswer = outcome.kind !== 'refused';

  return (
    <>
      <tr className={isOpen ? 'sent-row open' : 'sent-row'}>
        <td className="tabular" title={record.sentAt}>
          <span className="sent-cell">
            <IconButton
              label={`Details of the event sent at ${record.sentAt}`}
              tooltip="Details"
              icon={<ChevronRight aria-hidden="true" className="disclosure-mark" />}
              aria-expanded={isOpen}
              onPress={() => setOpen(!isOpen)}
            />
            <time dateTime={record.sentAt}>{localTime(record.sentAt)}</time>
          </span>
        </td>
        <td className="ellipsis" title={`${reader} (${event.readerId})`}>
          {reader}
        </td>
        <td className="ellipsis">{eventTypeName(event.eventType)}</td>
        <td className="ellipsis" title={event.labels.join(', ')}>
          {event.labels.join(', ')}
        </td>
        <td title={statusAndLatency(outcome)}>
          <Tag tone={tones[outcome.kind]}>{outcomeWord(outcome)}</Tag>
        </td>
        <td>
          <Button
            variant="quiet"
            className="send-again"
            icon={<Repeat aria-hidden="true" />}
            isBusy={sending.isPending}
            disabledReason={outcome.kind === 'sending' ? 'It is being sent.' : offline}
            onPress={() => (needsAnswer ? setAsking(true) : sending.mutate())}
          >
            Send again
          </Button>
          {isAsking ? (
            <SendAgainDialog
              record={record}
              isBusy={sending.isPending}
              onConfirm={() => sending.mutate()}
              onClose={() => setAsking(false)}
            />
          ) : null}
        </td>
      </tr>
      {isOpen ? (
        <tr className="sent-details">
          <td colSpan={6}>
            <SentEventDetails record={record} />
          </td>
        </tr>
      ) : null}
    </>
  );
});

const tones = {
  sending: 'neutral',
  accepted: 'added',
  refused: 'removed',
  unknown: 'warn',
} as const satisfies Record<SentEventOutcome['kind'], string>;

const localTimeFormat = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function localTime(at: string): string {
  return localTimeFormat.format(new Date(at));
}
