import { offsetReader, phraseOffset } from './zone-offset.ts';

/** What a zone's clock shows at a point in time: `2026-03-29 03:30:15` and the zone's offset then, `UTC+02:00`. */
export interface ZonedTime {
  readonly clock: string;
  readonly offset: string;
}

/** A time in ms since 1970 by the clock of an IANA time zone; null where there is no such zone. */
export function zonedTime(atMs: number, timeZone: string): ZonedTime | null {
  const offset = offsetReader(timeZone)?.(atMs);
  if (offset === undefined) return null;
  const wall = new Date(atMs + offset).toISOString();
  return { clock: `${wall.slice(0, 10)} ${wall.slice(11, 19)}`, offset: phraseOffset(offset) };
}
