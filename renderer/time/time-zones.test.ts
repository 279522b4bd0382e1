import { describe, expect, it } from 'vitest';
import { ownTimeZone } from '../../core/time/time-zone.ts';
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

  it('finds nothing for what is no zone', () => {
    expect(findTimeZones('atlantis')).toEqual([]);
  });
});
