import { describe, expect, it } from 'vitest';
import { ownTimeZone } from '../../core/time/time-zone.ts';
import { offsetReader } from '../../core/time/zone-offset.ts';
import { findTimeZones } from './time-zones.ts';

describe('searching a time zone', () => {
  it('finds a city as it is spoken', () => {
    expect(findTimeZones('new york')).toEqual(['America/New_York']);
  });

  it('offers every zone for no text, this computer’s first, none twice', () => {
    const zones = findTimeZones('');
    expect(zones[0]).toBe(ownTimeZone());
    expect(zones).toContain('UTC');
    expect(zones).toContain('Europe/Berlin');
    expect(new Set(zones).size).toBe(zones.length);
  });

  it.each([
    ['kolkata', 'Asia/Kolkata'],
    ['calcutta', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'],
    ['ho chi minh', 'Asia/Ho_Chi_Minh'],
    ['buenos aires', 'America/Argentina/Buenos_Aires'],
  ])('finds a place by the name it has, and by the one it had: %s', (text, zone) => {
    expect(findTimeZones(text)).toEqual([zone]);
  });

  it('offers only what this system knows', () => {
    expect(findTimeZones('').filter((zone) => offsetReader(zone) === null)).toEqual([]);
  });

  it('finds nothing for what is no zone', () => {
    expect(findTimeZones('atlantis')).toEqual([]);
  });
});
