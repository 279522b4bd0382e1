import type { ConnectionView } from '../../core/connections/connection.ts';
import type { PresetFields } from '../../core/events/preset.ts';
import type { EventType, SentEventOutcome } from '../../core/events/test-event.ts';
import { latencyText } from '../../core/text/amounts.ts';

const eventTypeNames: Readonly<Record<EventType, string>> = {
  'entry unlocked': 'Entry unlocked',
  'forced open': 'Forced open',
  'entry ajar': 'Entry ajar',
};

/** An event type in sentence case; `None` where there is none. */
export function eventTypeName(eventType: EventType | null): string {
  return eventType === null ? 'None' : eventTypeNames[eventType];
}

export const practiceNote = 'This is the practice account: nothing sent here reaches anybody.';

/** What sending an event means in this connection. */
export const realEventNote = ({ kind, name }: Pick<ConnectionView, 'kind' | 'name'>): string =>
  kind === 'practice'
    ? practiceNote
    : `This is a real event in ${name}. It cannot be taken back, and it can alert people.`;

/** An outcome in a word or two. An event that surely never reached Camio was not sent. */
export const outcomeName = (outcome: SentEventOutcome): string =>
  outcome.kind === 'refused' && outcome.status === null ? 'Not sent' : outcomeWord(outcome.kind);

/** A kind of outcome, to filter by. */
export function outcomeWord(kind: SentEventOutcome['kind']): string {
  switch (kind) {
    case 'sending':
      return 'Sending';
    case 'accepted':
      return 'Accepted';
    case 'refused':
      return 'Refused';
    case 'unknown':
      return 'Unknown';
  }
}

/** Camio's status and how long it took, as a sentence; null where neither is known. */
export function answerSentence(outcome: SentEventOutcome): string | null {
  if (outcome.kind === 'sending' || outcome.latencyMs === null) return null;
  const hasStatus = 'status' in outcome && outcome.status !== null;
  return hasStatus
    ? `Camio answered with ${statusAndLatency(outcome)}.`
    : `There was no answer; it ended after ${latencyText(outcome.latencyMs)}.`;
}

/** `status 200 in 143 ms`, as far as it is known; '' where nothing is. */
export function statusAndLatency(outcome: SentEventOutcome): string {
  if (outcome.kind === 'sending') return '';
  const status = 'status' in outcome && outcome.status !== null ? `status ${outcome.status}` : '';
  const latency = outcome.latencyMs === null ? '' : `in ${latencyText(outcome.latencyMs)}`;
  return [status, latency].filter(Boolean).join(' ');
}

/** What a preset fills in: `Forced open, 2 labels, actor Ada`. */
export function phrasePreset({ eventType, labels, actorId, actorName }: PresetFields): string {
  const actor = actorName || actorId;
  const parts = [
    eventType === null ? 'No event type' : eventTypeName(eventType),
    labels.length === 0 ? 'no labels' : `${labels.length === 1 ? 'label' : 'labels'} ${labels.join(', ')}`,
    actor === '' ? 'no actor' : `actor ${actor}`,
  ];
  return parts.join(', ');
}
