import { z } from 'zod';
import { filterTypes, outcomeKinds, type SentEventFilter } from '../events/sent-event-filter.ts';
import { eventTypes, type SentEvent, type TestEvent } from '../events/test-event.ts';
import type { Reader } from '../readers/reader.ts';
import { answers, type Checked, connectionId, labels, ownText, readerText, typed } from './call.ts';
import type { FileOutcome } from './file-outcome.ts';

export const presetFields = {
  eventType: z.enum(eventTypes).nullable(),
  labels,
  actorId: typed,
  actorName: typed,
};

const testEvent: Checked<TestEvent> = z.object({ readerId: readerText, timestamp: ownText, ...presetFields });

const sentEventFilter: Checked<SentEventFilter> = z.object({
  text: typed,
  outcome: z.enum(outcomeKinds).nullable(),
  eventType: z.enum(filterTypes).nullable(),
  readerId: readerText.nullable(),
  day: z.iso.date().nullable(),
});

/** A page of the history; `matching` and `total` count all of it. */
export interface SentEventsPage {
  readonly events: readonly SentEvent[];
  readonly hasMore: boolean;
  readonly matching: number;
  readonly total: number;
}

export const eventCalls = {
  /** Sends one real event. `repeats` is the id of the record it repeats, or null. */
  send: answers<SentEvent>()(z.object({ connectionId, event: testEvent, repeats: ownText.nullable() })),
  /**
   * Single test events, newest first; those of sweeps are in the sweeps. A page of those that the filter lets through,
   * from behind the event `after`, or from the newest on where that is null.
   */
  history: answers<SentEventsPage>()(z.object({ connectionId, filter: sentEventFilter, after: ownText.nullable() })),
  /** The readers that have events in the history, each as it was called last; the name is '' where none is known. */
  readers: answers<readonly Reader[]>()(z.object({ connectionId })),
  /** Asks where to, and writes the events that the filter lets through, oldest first. */
  export: answers<FileOutcome>()(z.object({ connectionId, filter: sentEventFilter, format: z.enum(['csv', 'json']) })),
  copyAsCurl: answers<void>()(z.object({ connectionId, event: testEvent })),
};
