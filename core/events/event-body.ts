import type { Dialect, EventEnvelope } from '../camio/dialect.ts';
import { exhaustive } from '../result.ts';
import type { TestEvent } from './test-event.ts';

/** The fields of an event as Camio's guide names them; those that are absent are left out. */
interface EventFields {
  readonly device_id: string;
  readonly timestamp: string;
  readonly event_type?: string;
  readonly labels?: readonly string[];
  readonly actor_id?: string;
  readonly actor_name?: string;
}

/** The exact body that is posted for an event: what the screen shows is what goes out, line breaks included. */
export function encodeEvent(event: TestEvent, { eventEnvelope }: Pick<Dialect, 'eventEnvelope'>): string {
  return JSON.stringify(wrap(fieldsOf(event), eventEnvelope), null, 2);
}

function fieldsOf({ readerId, timestamp, eventType, labels, actorId, actorName }: TestEvent): EventFields {
  return {
    device_id: readerId,
    timestamp,
    ...(eventType === null ? {} : { event_type: eventType }),
    ...(labels.length === 0 ? {} : { labels }),
    ...(actorId === '' ? {} : { actor_id: actorId }),
    ...(actorName === '' ? {} : { actor_name: actorName }),
  };
}

function wrap(event: EventFields, envelope: EventEnvelope) {
  switch (envelope) {
    case 'flat':
      return event;
    case 'event':
      return { event };
    case 'events':
      return { events: [event] };
    default:
      return exhaustive(envelope);
  }
}
