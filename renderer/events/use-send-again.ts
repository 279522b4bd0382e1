import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SentEvent } from '../../core/events/test-event.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { statusAndLatency } from './phrase-event.ts';
import { sendEvent } from './queries.ts';

/** Sends events of the history once more, after asking where Camio has, or may have, the first. */
export function useSendAgain() {
  const { id: connectionId } = useConnection();
  const [asking, setAsking] = useState<SentEvent | null>(null);
  const sending = useMutation({
    mutationFn: ({ id, event }: SentEvent) => sendEvent({ connectionId, event, repeats: id }),
    onSuccess: (sent) => {
      if ('error' in sent.outcome) toast.failure(sent.outcome.error);
      else toast.news(`Sent again: Camio accepted it, ${statusAndLatency(sent.outcome)}.`);
    },
    onError: (failure) => toast.failure(failure),
    onSettled: () => setAsking(null),
  });
  const { mutate } = sending;
  const start = useCallback(
    (record: SentEvent) => (record.outcome.kind === 'refused' ? mutate(record) : setAsking(record)),
    [mutate],
  );
  return {
    /** The event that is asked about, or null. */
    asking,
    /** The event that is being sent again, or null. */
    busyId: sending.isPending ? sending.variables.id : null,
    /** Sends it, or asks first. */
    start,
    confirm: () => asking && mutate(asking),
    cancel: () => setAsking(null),
  };
}
