import { exhaustive } from '../result.ts';
import { filterWords, foldText } from '../text/fold-text.ts';
import { type EventType, eventTypes, type SentEvent, type SentEventOutcome } from './test-event.ts';

export const outcomeKinds = ['accepted', 'refused', 'unknown', 'sending'] as const satisfies readonly OutcomeKind[];
type OutcomeKind = SentEventOutcome['kind'];

/** Event types to filter by; `none` stands for events without one. */
export const filterTypes = [...eventTypes, 'none'] as const;

/** Which sent events are shown or exported; null and '' leave nothing out. */
export interface SentEventFilter {
  /** Words that all occur in the event, in any order, case and accents aside. */
  readonly text: string;
  readonly outcome: OutcomeKind | null;
  readonly eventType: EventType | 'none' | null;
  readonly readerId: string | null;
  /** The day it was sent by this computer's clock, `2026-03-29`. */
  readonly day: string | null;
}

export const everySentEvent: SentEventFilter = { text: '', outcome: null, eventType: null, readerId: null, day: null };

/** The events a filter lets through, in their order. */
export function filterSentEvents(events: readonly SentEvent[], filter: SentEventFilter): readonly SentEvent[] {
  const words = filterWords(filter.text);
  const day = filter.day === null ? null : dayBounds(filter.day);
  const isOpen = filter.outcome === null && filter.eventType === null && filter.readerId === null;
  if (isOpen && day === null && words.length === 0) return events;
  return events.filter((sent) => {
    if (filter.outcome !== null && sent.outcome.kind !== filter.outcome) return false;
    if (filter.eventType !== null && (sent.event.eventType ?? 'none') !== filter.eventType) return false;
    if (filter.readerId !== null && sent.event.readerId !== filter.readerId) return false;
    if (day !== null && !isWithin(Date.parse(sent.sentAt), day)) return false;
    if (words.length === 0) return true;
    const text = textOf(sent);
    return words.every((word) => text.includes(word));
  });
}

interface Bounds {
  readonly startMs: number;
  readonly endMs: number;
}

/** From midnight to midnight by this computer's clock, which on some days is not 24 hours. */
function dayBounds(day: string): Bounds {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { startMs: new Date(year, month - 1, date).getTime(), endMs: new Date(year, month - 1, date + 1).getTime() };
}

function isWithin(atMs: number, { startMs, endMs }: Bounds): boolean {
  return atMs >= startMs && atMs < endMs;
}

// Folded once per event, not on every keystroke. What came of an event makes a new record of it.
const texts = new WeakMap<SentEvent, string>();

/** Everything of an event that a person would search for. */
function textOf(sent: SentEvent): string {
  const known = texts.get(sent);
  if (known !== undefined) return known;
  const { readerId, eventType, labels, actorId, actorName, timestamp } = sent.event;
  const { readerName, outcome } = sent;
  const text = foldText(
    [readerName, readerId, eventType, ...labels, actorId, actorName, timestamp, ...textsOf(outcome)].join('\n'),
  );
  texts.set(sent, text);
  return text;
}

/** The outcome as the screen words it: Camio's status and answer, or what went wrong. */
function textsOf(outcome: SentEventOutcome): readonly (string | number | null)[] {
  switch (outcome.kind) {
    case 'sending':
      return [outcome.kind];
    case 'accepted':
      return [outcome.kind, outcome.status, outcome.answer];
    case 'refused':
      return [outcome.kind, outcome.status, outcome.error.message, outcome.error.detail ?? null];
    case 'unknown':
      return [outcome.kind, outcome.error.message, outcome.error.detail ?? null];
    default:
      return exhaustive(outcome);
  }
}
