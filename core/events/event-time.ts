import { type OffsetAt, offsetReader, phraseOffset } from '../time/zone-offset.ts';

/** A clock time in a time zone, as the point or points in time it means. */
export type ClockTime =
  | { readonly kind: 'one'; readonly timestamp: string; readonly offset: string }
  /** The clocks were set forward over it: it never was. `from` and `to` are the clock times around the gap. */
  | { readonly kind: 'never'; readonly from: string; readonly to: string }
  /** The clocks were set back: it was twice. */
  | { readonly kind: 'twice'; readonly earlier: PointInTime; readonly later: PointInTime }
  | { readonly kind: 'invalid'; readonly part: 'date' | 'time' | 'time zone' };

/** `timestamp` is ISO 8601 in UTC with milliseconds; `offset` the zone's at that time, e.g. `UTC+02:00`. */
interface PointInTime {
  readonly timestamp: string;
  readonly offset: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** What `date` (`2026-03-29`) and `time` (`02:30`, `02:30:15` or `02:30:15.250`) mean in an IANA time zone. */
export function readClockTime(date: string, time: string, timeZone: string): ClockTime {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isRealDate(date)) return { kind: 'invalid', part: 'date' };
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/.test(time)) return { kind: 'invalid', part: 'time' };
  const offsetAt = offsetReader(timeZone);
  if (!offsetAt) return { kind: 'invalid', part: 'time zone' };

  // The clock time as if the zone were UTC, then every offset that is in force around it.
  const asUtc = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const before = offsetAt(asUtc - dayMs);
  const after = offsetAt(asUtc + dayMs);
  const [first, second] = [...new Set([before, after])]
    .filter((offset) => offsetAt(asUtc - offset) === offset)
    .map((offset) => ({ at: asUtc - offset, timestamp: isoAt(asUtc - offset), offset: phraseOffset(offset) }))
    .sort((a, b) => a.at - b.at);
  if (first && second) return { kind: 'twice', earlier: withoutAt(first), later: withoutAt(second) };
  if (first) return { kind: 'one', ...withoutAt(first) };
  const changeAt = findChange(offsetAt, asUtc - dayMs, asUtc + dayMs);
  return { kind: 'never', from: clockAt(changeAt + before), to: clockAt(changeAt + after) };
}

/** The first ms with the offset of `end`, between two times with different offsets. */
function findChange(offsetAt: OffsetAt, start: number, end: number): number {
  const target = offsetAt(end);
  let low = start;
  let high = end;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === target) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether the calendar has that day; Date would take 30 February for 2 March. */
function isRealDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && isoAt(at).startsWith(date);
}

function isoAt(atMs: number): string {
  return new Date(atMs).toISOString();
}

function clockAt(wallMs: number): string {
  return isoAt(wallMs).slice(11, 16);
}

function withoutAt({ timestamp, offset }: PointInTime): PointInTime {
  return { timestamp, offset };
}
