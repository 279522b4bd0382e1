import type { AppError } from '../app-error.ts';

/** Camio's valid event types, as its guide spells them. */
export const eventTypes = ['entry unlocked', 'forced open', 'entry ajar'] as const;
export type EventType = (typeof eventTypes)[number];

/** One test event as composed. Absent text is ''. */
export interface TestEvent {
  readonly readerId: string;
  /** ISO 8601, UTC, milliseconds and `Z`: `2021-11-01T17:30:10.000Z`. */
  readonly timestamp: string;
  readonly eventType: EventType | null;
  readonly labels: readonly string[];
  readonly actorId: string;
  readonly actorName: string;
}

export type SentEventOutcome =
  | { readonly kind: 'sending' }
  | { readonly kind: 'accepted'; readonly status: number; readonly latencyMs: number; readonly answer: string }
  | { readonly kind: 'refused'; readonly status: number | null; readonly latencyMs: number; readonly error: AppError }
  | { readonly kind: 'unknown'; readonly latencyMs: number | null; readonly error: AppError };

/** A test event that was handed to the network, as the history keeps it. */
export interface SentEvent {
  readonly id: string;
  readonly sentAt: string;
  readonly event: TestEvent;
  /** The reader's name when the event was sent. */
  readonly readerName: string;
  /** Exactly what was posted. */
  readonly body: string;
  readonly outcome: SentEventOutcome;
  /** The record this one repeats, where *Send again* made it. */
  readonly repeats: string | null;
}
