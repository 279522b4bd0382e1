import type { AppError } from '../app-error.ts';
import type { EventType } from '../events/test-event.ts';

export const sweepLimits = { concurrency: { min: 1, max: 8 }, perMinute: { min: 1, max: 6000 } } as const;

/** One test event for each of many readers, as the person started it. */
export interface Sweep {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly readers: readonly { readonly id: string; readonly name: string }[];
  readonly eventType: EventType;
  /** On every event, beside a unique label of its own. */
  readonly labels: readonly string[];
  /** Events under way at once, from 1 to 8. */
  readonly concurrency: number;
  /** At most so many events a minute; null for no limit. */
  readonly perMinute: number | null;
}

/** What the person chooses; the rest of a sweep is made when it starts. */
export type SweepChoices = Pick<Sweep, 'eventType' | 'labels' | 'concurrency' | 'perMinute'> & {
  readonly readerIds: readonly string[];
};

/**
 * What became of one reader's event. `sending` is on disk before anything is sent; one found so after a crash is
 * `unknown`. An event whose outcome is unknown is sent again only where a person says so.
 */
export const sweepOutcomes = ['pending', 'sending', 'accepted', 'refused', 'unknown'] as const;
export type SweepOutcome = (typeof sweepOutcomes)[number];

export interface SweepResult {
  readonly readerId: string;
  readonly readerName: string;
  readonly outcome: SweepOutcome;
  /** The label to find this very event by in Camio's search; '' until it is sent. Of the last attempt. */
  readonly label: string;
  readonly sentAt: string | null;
  readonly latencyMs: number | null;
  readonly status: number | null;
  /** Why it was refused or is unknown, in sentences; '' otherwise. */
  readonly message: string;
  /** Events handed to the network for this reader. */
  readonly attempts: number;
  readonly signOff: SignOff | null;
}

/** What the person saw of one reader's event in Camio. */
export interface SignOff {
  readonly seen: boolean;
  readonly note: string;
  readonly at: string;
}

/** Where a sweep stands. The window switches over these exhaustively. */
export type SweepState =
  | { readonly kind: 'running' }
  | { readonly kind: 'pausing' }
  | { readonly kind: 'paused' }
  /** Camio asked to wait (429); it goes on by itself at `until`, ISO 8601. */
  | { readonly kind: 'waiting'; readonly until: string }
  /** 401 or 403: the rest stays pending until the token is replaced and the sweep resumed. */
  | { readonly kind: 'token refused'; readonly error: AppError }
  /** It cannot go on by itself, e.g. the disk is full or Camio cannot be reached. Nothing more is sent until it is resumed. */
  | { readonly kind: 'held'; readonly error: AppError }
  /** The app ended while it ran. What was in flight is unknown. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'finished' };

/** Whether events are being sent, or will be without anybody's doing. */
export function isUnderWay({ kind }: SweepState): boolean {
  return kind === 'running' || kind === 'pausing' || kind === 'waiting';
}

export type SweepCounts = Readonly<Record<SweepOutcome, number>>;

/** A sweep as the window lists it. */
export interface SweepSummary {
  readonly sweep: Omit<Sweep, 'readers'>;
  readonly state: SweepState;
  readonly counts: SweepCounts;
  /** Events that resuming it sends: all that are pending, but of a sweep that was stopped for good only those picked since. */
  readonly toSend: number;
  /** Readers signed off as seen on video. */
  readonly seen: number;
}

export const reportFormats = ['html', 'pdf', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];
