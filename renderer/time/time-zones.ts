import { ownTimeZone } from '../../core/time/time-zone.ts';

/** Zones whose name contains every word of the text, `new york` for `America/New_York`; the computer's own comes first. */
export function findTimeZones(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean);
  return allTimeZones().filter((zone) => {
    const name = zone.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}

let all: readonly string[] | null = null;

// The engine's list leaves out UTC, and may leave out an alias the computer is set to.
function allTimeZones(): readonly string[] {
  all ??= [...new Set([ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return all;
}
