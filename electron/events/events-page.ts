import { filterSentEvents, type SentEventFilter } from '../../core/events/sent-event-filter.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import type { SentEventsPage } from '../../core/ipc/event-calls.ts';
import type { Reader } from '../../core/readers/reader.ts';

/** A few screens: little enough to come without a pause, so many that scrolling seldom waits. */
export const eventsPerPage = 200;

/** The events (newest first) that the filter lets through, from behind the event `after`, as many as a page has. */
export function pageOf(events: readonly SentEvent[], filter: SentEventFilter, after: string | null): SentEventsPage {
  const matching = filterSentEvents(events, filter);
  const last = after === null ? -1 : matching.findIndex(({ id }) => id === after);
  // An event that the filter lets through no more has nothing behind it: a page from the start would repeat events.
  const rest = after !== null && last < 0 ? [] : matching.slice(last + 1);
  const page = rest.slice(0, eventsPerPage);
  const hasMore = page.length < rest.length;
  return { events: page, hasMore, matching: matching.length, total: events.length };
}

/** The readers that events (newest first) were sent for, each as it was called last. */
export function readersOf(events: readonly SentEvent[]): readonly Reader[] {
  const byId = new Map<string, Reader>();
  for (const { event, readerName } of events) {
    if (!byId.has(event.readerId)) byId.set(event.readerId, { id: event.readerId, name: readerName });
  }
  return [...byId.values()];
}
