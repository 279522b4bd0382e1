import { isJsonNumber, parseLossless } from '../camio/lossless.ts';
import { eventTypes } from '../events/test-event.ts';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';

const iso8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The events of a webhook's body, in any of the three envelopes, or why Camio would refuse them. */
export function readEvents(body: string): Result<readonly Json[], string> {
  let json: Json;
  try {
    json = parseLossless(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('The body is not JSON.');
  }
  const events = unwrap(json);
  for (const event of events) {
    const refusal = refusalOf(event);
    if (refusal) return fail(refusal);
  }
  return ok(events);
}

function unwrap(json: Json): readonly Json[] {
  if (!isObject(json)) return [json];
  if (json.event !== undefined) return [json.event];
  const { events } = json;
  return Array.isArray(events) ? events : [json];
}

function refusalOf(event: Json): string | null {
  if (!isObject(event)) return 'An event is a JSON object.';
  const { device_id, timestamp, event_type, labels, actor_id, actor_name } = event;
  if (!isText(device_id) && !isJsonNumber(device_id)) return 'device_id is required.';
  if (!isText(timestamp) || !iso8601.test(timestamp) || Number.isNaN(Date.parse(timestamp))) {
    return 'timestamp is required, as an ISO 8601 date and time.';
  }
  const says = event_type ?? labels ?? actor_id ?? actor_name;
  if (says === undefined || says === null) {
    return 'At least one of event_type, labels, actor_id and actor_name is required.';
  }
  if (isGiven(event_type) && !isEventType(event_type)) return `event_type is one of: ${eventTypes.join(', ')}.`;
  if (isGiven(labels) && !(Array.isArray(labels) && labels.every((label) => typeof label === 'string'))) {
    return 'labels is an array of strings.';
  }
  return null;
}

/** Camio's own driver sends null for what an event does not have. */
function isGiven(value: Json | undefined): value is Exclude<Json, null> {
  return value !== undefined && value !== null;
}

/** Event types are not case-sensitive (Camio's guide). */
function isEventType(value: Json): boolean {
  return typeof value === 'string' && eventTypes.some((type) => type === value.toLowerCase());
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
