import type { EventType } from '../events/test-event.ts';
import { isUnderWay, type SweepCounts, type SweepResult } from '../sweep/sweep.ts';
import { sweepLabel } from '../sweep/sweep-labels.ts';
import type { SweepProgress } from '../sweep/sweep-progress.ts';
import { formatCount, percentText } from '../text/amounts.ts';
import { offsetReader, phraseOffset } from '../time/zone-offset.ts';

/** What a report says beside the sweep itself. */
export interface ReportContext {
  readonly site: string;
  readonly person: string;
  /** ms since 1970. */
  readonly atMs: number;
  /** IANA; every time of the report is told by its clock. */
  readonly timeZone: string;
  readonly appVersion: string;
  readonly connection: string;
  /** Null where Camio never said whose account it is. */
  readonly account: string | null;
  /** By reader id, the names of the cameras that should see it. */
  readonly cameras: ReadonlyMap<string, readonly string[]>;
}

/** A commissioning as it is handed over: every time as text, every count made. */
export interface Report extends Omit<ReportContext, 'atMs' | 'cameras'> {
  readonly at: string;
  readonly startedAt: string;
  readonly sweepLabel: string;
  readonly eventType: EventType;
  /** Whether the sweep still has something to send, or sends it. */
  readonly isUnfinished: boolean;
  readonly counts: SweepCounts;
  readonly readers: number;
  readonly seen: number;
  readonly notSeen: number;
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly result: SweepResult;
  readonly cameras: readonly string[];
  /** '' where nothing was sent. */
  readonly eventTime: string;
  /** '' where nobody has said yet. */
  readonly signedOffAt: string;
}

export function makeReport(progress: SweepProgress, context: ReportContext): Report {
  const { atMs, cameras, ...rest } = context;
  const { sweep, state, counts, toSend, seen } = progress.summary();
  const { clockAt, offsetAt } = clockOf(context.timeZone);
  const told = (at: string | null) => (at === null ? '' : clockAt(Date.parse(at)));
  const rows = progress.results().map((result) => ({
    result,
    cameras: cameras.get(result.readerId) ?? [],
    eventTime: told(result.sentAt),
    signedOffAt: told(result.signOff?.at ?? null),
  }));
  return {
    ...rest,
    at: `${clockAt(atMs)} (${context.timeZone}, ${phraseOffset(offsetAt(atMs))})`,
    startedAt: told(sweep.startedAt),
    sweepLabel: sweepLabel(sweep.id),
    eventType: sweep.eventType,
    isUnfinished: toSend > 0 || isUnderWay(state),
    counts,
    readers: rows.length,
    seen,
    notSeen: rows.filter(({ result }) => result.signOff?.seen === false).length,
    rows,
  };
}

/** What became of a reader's event, in words. */
export const outcomeWords = {
  pending: 'Not sent',
  sending: 'On its way',
  accepted: 'Accepted',
  refused: 'Refused',
  unknown: 'Unknown',
} as const satisfies Record<SweepResult['outcome'], string>;

/** What a person saw, in words. */
export function signOffWords({ signOff }: SweepResult): string {
  if (signOff === null) return 'Not signed off';
  return signOff.seen ? 'Seen' : 'Not seen';
}

/** `87 of 100 (87%)`. */
export function phraseShare(count: number, of: number): string {
  return `${formatCount(count)} of ${formatCount(of)} (${percentText(count, of)})`;
}

const quarterMs = 15 * 60_000;

/** A zone's clock, quick enough for 20,000 readers: offsets change on the quarter of an hour, if at all. */
function clockOf(timeZone: string) {
  const read = offsetReader(timeZone);
  if (!read) throw new Error('A report was made for a time zone that this system does not know.');
  const offsets = new Map<number, number>();
  const offsetAt = (atMs: number): number => {
    const quarter = Math.floor(atMs / quarterMs);
    const offset = offsets.get(quarter) ?? read(atMs);
    offsets.set(quarter, offset);
    return offset;
  };
  /** `2026-03-29 03:30:15`. */
  const clockAt = (atMs: number): string =>
    new Date(atMs + offsetAt(atMs)).toISOString().slice(0, 19).replace('T', ' ');
  return { clockAt, offsetAt };
}
