import { describe, expect, test } from 'vitest';
import { readClockTime } from './event-time.ts';

test.each([
  ['2026-01-15', '08:00', 'Europe/Berlin', '2026-01-15T07:00:00.000Z', 'UTC+01:00'],
  ['2026-07-15', '08:00', 'Europe/Berlin', '2026-07-15T06:00:00.000Z', 'UTC+02:00'],
  ['2026-07-15', '00:30:15.250', 'America/Los_Angeles', '2026-07-15T07:30:15.250Z', 'UTC-07:00'],
  ['2026-07-15', '00:00', 'Asia/Kathmandu', '2026-07-14T18:15:00.000Z', 'UTC+05:45'],
  ['2028-02-29', '23:59:59', 'UTC', '2028-02-29T23:59:59.000Z', 'UTC+00:00'],
  ['2026-12-31', '23:30', 'Pacific/Kiritimati', '2026-12-31T09:30:00.000Z', 'UTC+14:00'],
])('%s %s in %s is %s', (date, time, zone, timestamp, offset) => {
  expect(readClockTime(date, time, zone)).toEqual({ kind: 'one', timestamp, offset });
});

describe('spring: the clocks skip an hour', () => {
  test.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '02:00', '03:00'],
    ['2026-03-08', '02:00', 'America/New_York', '02:00', '03:00'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '02:00', '02:30'],
  ])('%s %s in %s never was', (date, time, zone, from, to) => {
    expect(readClockTime(date, time, zone)).toEqual({ kind: 'never', from, to });
  });

  test('the minute before and the minute after are there', () => {
    expect(readClockTime('2026-03-29', '01:59', 'Europe/Berlin')).toMatchObject({
      timestamp: '2026-03-29T00:59:00.000Z',
    });
    expect(readClockTime('2026-03-29', '03:00', 'Europe/Berlin')).toMatchObject({
      timestamp: '2026-03-29T01:00:00.000Z',
    });
  });
});

describe('autumn: an hour comes twice', () => {
  test.each([
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['2026-11-01', '01:00', 'America/New_York', '2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
  ])('%s %s in %s was twice', (date, time, zone, earlier, later) => {
    expect(readClockTime(date, time, zone)).toMatchObject({
      kind: 'twice',
      earlier: { timestamp: earlier },
      later: { timestamp: later },
    });
  });

  test('says the offset of each', () => {
    expect(readClockTime('2026-10-25', '02:30', 'Europe/Berlin')).toMatchObject({
      earlier: { offset: 'UTC+02:00' },
      later: { offset: 'UTC+01:00' },
    });
  });

  test('the minute before and the minute after were once', () => {
    expect(readClockTime('2026-10-25', '01:59', 'Europe/Berlin').kind).toBe('one');
    expect(readClockTime('2026-10-25', '03:00', 'Europe/Berlin').kind).toBe('one');
  });
});

test.each([
  ['2026-02-30', '08:00', 'UTC', 'date'],
  ['', '08:00', 'UTC', 'date'],
  ['2026-02-01', '24:00', 'UTC', 'time'],
  ['2026-02-01', '', 'UTC', 'time'],
  ['2026-02-01', '08:00', 'Mars/Olympus', 'time zone'],
  ['2026-02-01', '08:00', '', 'time zone'],
])('%s %s %s: the %s cannot be used', (date, time, zone, part) => {
  expect(readClockTime(date, time, zone)).toEqual({ kind: 'invalid', part });
});

test('every minute of the two days of change in three zones means what the zone’s own clock shows', () => {
  const days = [
    ['Europe/London', '2026-03-29'],
    ['Europe/London', '2026-10-25'],
    ['America/Los_Angeles', '2026-03-08'],
    ['America/Los_Angeles', '2026-11-01'],
    ['Australia/Sydney', '2026-10-04'],
    ['Australia/Sydney', '2026-04-05'],
  ] as const;
  for (const [zone, date] of days) {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const read = readClockTime(date, time, zone);
      const points = read.kind === 'one' ? [read] : read.kind === 'twice' ? [read.earlier, read.later] : [];
      for (const { timestamp } of points) expect(clock.format(new Date(timestamp))).toBe(`${date} ${time}`);
    }
  }
});
