import type { SignOff, Sweep, SweepOutcome, SweepState } from './sweep.ts';

/** A state that a sweep is left in: nothing is in flight, and nothing goes on by itself. */
export type SweepEnd = Extract<SweepState, { kind: 'paused' | 'token refused' | 'held' | 'stopped' | 'finished' }>;

/**
 * One line of a sweep's journal, below the first, which is the sweep itself. A `sending` line is on disk before its event
 * is handed to the network, so whoever reads the journal later knows of every event that may have arrived.
 */
export type SweepLine =
  /** `at` is the event's own time, ISO 8601; `label` is on no other event. */
  | { readonly kind: 'sending'; readonly readerId: string; readonly label: string; readonly at: string }
  /** The event was not handed to the network after all. */
  | { readonly kind: 'withdrawn'; readonly readerId: string }
  /** What came of it. `pending`: Camio surely did not take it, and it is to be sent again. */
  | ({ readonly kind: 'outcome'; readonly readerId: string } & EventOutcome)
  /** A person decided that these are sent once more, though they may arrive twice. */
  | { readonly kind: 'again'; readonly readerIds: readonly string[] }
  | { readonly kind: 'state'; readonly state: SweepEnd | { readonly kind: 'running' } }
  | { readonly kind: 'sign off'; readonly readerIds: readonly string[]; readonly signOff: SignOff | null }
  /** Lines before this one were damaged and cannot be read. `labels`: no event had a number above this one. */
  | { readonly kind: 'lost'; readonly labels: number };

export interface EventOutcome {
  readonly outcome: Exclude<SweepOutcome, 'sending'>;
  readonly status: number | null;
  readonly latencyMs: number | null;
  /** Why, in sentences; '' for an accepted event. */
  readonly message: string;
}

/** A sweep as the first line of its journal has it. */
export interface SweepHeader {
  readonly kind: 'sweep';
  readonly version: 1;
  readonly sweep: Sweep;
}
