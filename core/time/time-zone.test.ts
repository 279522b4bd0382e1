import { expect, test } from 'vitest';
import { checkTimeZone, ownTimeZone, siteTimeZone } from './time-zone.ts';

test('a site without a zone, or with one this system does not know, has this computer’s', () => {
  expect(siteTimeZone({ timeZone: 'Australia/Lord_Howe' })).toBe('Australia/Lord_Howe');
  expect(siteTimeZone({})).toBe(ownTimeZone());
  expect(siteTimeZone({ timeZone: 'Mars/Olympus' })).toBe(ownTimeZone());
});

test('a zone is taken without the spaces around it, and refused where it is none', () => {
  expect(checkTimeZone(' Europe/Berlin ')).toEqual({ ok: true, value: 'Europe/Berlin' });
  expect(checkTimeZone('Mars/Olympus')).toMatchObject({ error: { message: '“Mars/Olympus” is not a time zone.' } });
  expect(checkTimeZone(' ')).toMatchObject({ error: { message: 'The time zone is empty.' } });
});
