import { expect, test } from 'vitest';
import { readClockTime } from '../events/event-time.ts';
import { zonedTime } from './zoned-time.ts';

test.each([
  ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29 01:59:59', 'UTC+01:00'],
  ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29 03:00:00', 'UTC+02:00'],
  ['2026-11-01T06:30:00.000Z', 'America/New_York', '2026-11-01 01:30:00', 'UTC-05:00'],
  ['2026-04-04T15:15:00.000Z', 'Australia/Lord_Howe', '2026-04-05 01:45:00', 'UTC+10:30'],
  ['2026-07-15T06:00:00.000Z', 'UTC', '2026-07-15 06:00:00', 'UTC+00:00'],
])('%s in %s is %s', (timestamp, zone, clock, offset) => {
  expect(zonedTime(Date.parse(timestamp), zone)).toEqual({ clock, offset });
});

test('is null where there is no such zone', () => {
  expect(zonedTime(0, 'Mars/Olympus')).toBeNull();
});

test('shows what the clock time said that the point in time was read from', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) {
    const read = readClockTime('2026-06-01', '14:05:30', zone);
    const at = read.kind === 'one' ? Date.parse(read.timestamp) : Number.NaN;
    expect(zonedTime(at, zone)?.clock).toBe('2026-06-01 14:05:30');
  }
});
