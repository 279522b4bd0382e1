const daySeconds = 86_400;
/** Day 0 of a workbook. Excel counts a 29 February 1900, so the days before it are one off. */
const epochMs = Date.UTC(1899, 11, 30);
const daysTo1904 = 1_462;
const leapDay = 60;
/** 31 December 9999. */
const lastDay = 2_958_465;

/** A date of a workbook, which knows no time zone, as ISO 8601 writes it; null for a number that is none. */
export function dateText(serial: number, kind: 'date' | 'time' | 'date and time', epoch: 1900 | 1904): string | null {
  const days = serial + (epoch === 1904 ? daysTo1904 : 0);
  if (!(days >= 0 && days <= lastDay + 1)) return null;
  const date = new Date(epochMs + Math.round((days + (days < leapDay ? 1 : 0)) * daySeconds) * 1_000);
  const [day = '', clock = ''] = date.toISOString().split('T');
  const time = clock.slice(0, 8);
  if (kind === 'time' && days < 1) return time.endsWith(':00') ? time.slice(0, 5) : time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** A date that a workbook has as a text, `2026-03-01T14:30:00.000Z`, the same way. */
export function isoDateText(text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(text) ?? [];
  if (day === undefined) return text;
  return time === undefined || time === '00:00:00' ? day : `${day} ${time}`;
}
