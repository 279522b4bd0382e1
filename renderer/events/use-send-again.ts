import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SentEvent } from '../../core/events/test-event.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { repeatOf } from './event-form.ts';
import { sendEvent } from './queries.ts';
import { chanceNow } from './use-event-form.ts';

interface Repeat {
  readonly record: SentEvent;
  /** With the time and the labels of the first one. */
  readonly isExact: boolean;
}

/** Sends events of the history again, after asking if Camio has, or may have, the first. */
export function useSendAgain() {
  const { id: connectionId } = useConnection();
  const [asking, setAsking] = useState<SentEvent | null>(null);
  const sending = useMutation({
    mutationFn: ({ record, isExact }: Repeat) =>
      sendEvent({ connectionId, event: isExact ? record.event : repeatOf(record, chanceNow()), repeats: record.id }),
    onSuccess: (sent) => {
      if ('error' in sent.outcome) toast.failure(sent.outcome.error);
      else toast.news('Sent again: Camio accepted it.');
    },
    onError: (failure) => toast.failure(failure),
    onSettled: () => setAsking(null),
  });
  const { mutate } = sending;
  // Camio does not have a refused event, so it can go again as it was.
  const start = useCallback(
    (record: SentEvent) => (record.outcome.kind === 'refused' ? mutate({ record, isExact: true }) : setAsking(record)),
    [mutate],
  );
  return {
    /** The event that is asked about, or null. */
    asking,
    /** The event that is being sent again, or null. */
    busyId: sending.isPending ? sending.variables.record.id : null,
    /** Sends it, or asks first. */
    start,
    confirm: (isExact: boolean) => asking && mutate({ record: asking, isExact }),
    cancel: () => setAsking(null),
  };
}
