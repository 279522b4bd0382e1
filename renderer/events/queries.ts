import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PresetToSave } from '../../core/events/preset.ts';
import type { SentEventFilter } from '../../core/events/sent-event-filter.ts';
import type { SentEvent, TestEvent } from '../../core/events/test-event.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';

/** All that is read of a connection's history; `sendEvent` has it read anew. */
const historyKey = (connectionId: string) => ['sent events', connectionId] as const;

/** The events sent from a connection, newest first, page after page as they are scrolled to. */
export const sentEventsQuery = (connectionId: string, filter: SentEventFilter) =>
  infiniteQueryOptions({
    queryKey: [...historyKey(connectionId), filter],
    queryFn: ({ pageParam: after }) => unwrap(ipc.events.history({ connectionId, filter, after })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ events, hasMore }) => (hasMore ? (events.at(-1)?.id ?? null) : null),
    // While a filter is typed, what it showed before stays in view.
    placeholderData: keepPreviousData,
  });

/** The readers that events were sent for, to filter by. */
export const sentReadersQuery = (connectionId: string) =>
  queryOptions({
    queryKey: [...historyKey(connectionId), 'readers'],
    queryFn: () => unwrap(ipc.events.readers({ connectionId })),
  });

/** The person's own presets. `savePreset` and `deletePreset` put what main answers here. */
export const presetsQuery = queryOptions({
  queryKey: ['event presets'],
  queryFn: () => unwrap(ipc.presets.list()),
});

export async function savePreset(preset: PresetToSave): Promise<void> {
  queryClient.setQueryData(presetsQuery.queryKey, await unwrap(ipc.presets.save(preset)));
}

export async function deletePreset(id: string): Promise<void> {
  queryClient.setQueryData(presetsQuery.queryKey, await unwrap(ipc.presets.delete({ id })));
}

export interface EventToSend {
  readonly connectionId: string;
  readonly event: TestEvent;
  /** The id of the record it repeats, or null. */
  readonly repeats: string | null;
}

/** Sends one real event. The history is read anew whatever came of it: a send that failed can be in it too. */
export async function sendEvent(toSend: EventToSend): Promise<SentEvent> {
  try {
    return await unwrap(ipc.events.send(toSend));
  } finally {
    await queryClient.invalidateQueries({ queryKey: historyKey(toSend.connectionId) });
  }
}
