import { formatCsv } from '../csv/csv-text.ts';
import type { SentEvent } from './test-event.ts';

const columns = [
  'sent_at_utc',
  'event_time_utc',
  'device_id',
  'device_name',
  'event_type',
  'labels',
  'actor_id',
  'actor_name',
  'outcome',
  'status',
  'latency_ms',
  'answer',
  'record',
  'repeats',
] as const;

/** Sent events as CSV for Excel, safe from formulas. Labels are in one cell, parted by `; `. */
export function formatSentEventsCsv(records: readonly SentEvent[]): string {
  return formatCsv([columns, ...records.map(cellsOf)]);
}

function cellsOf({ id, sentAt, event, readerName, outcome, repeats }: SentEvent): string[] {
  const status = 'status' in outcome ? outcome.status : null;
  const latencyMs = 'latencyMs' in outcome ? outcome.latencyMs : null;
  return [
    sentAt,
    event.timestamp,
    event.readerId,
    readerName,
    event.eventType ?? '',
    event.labels.join('; '),
    event.actorId,
    event.actorName,
    outcome.kind,
    status === null ? '' : String(status),
    latencyMs === null ? '' : String(latencyMs),
    answerOf(outcome),
    id,
    repeats ?? '',
  ];
}

/** What Camio answered, or why there is no answer. */
function answerOf(outcome: SentEvent['outcome']): string {
  if (outcome.kind === 'accepted') return outcome.answer;
  if (!('error' in outcome)) return '';
  const { message, detail } = outcome.error;
  return detail === undefined ? message : `${message} ${detail}`;
}

/** Sent events as JSON, with everything the history keeps, the exact bodies included. */
export function formatSentEventsJson(records: readonly SentEvent[]): string {
  return `${JSON.stringify({ kind: 'reader-desk sent events', version: 1, events: records }, null, 2)}\n`;
}
