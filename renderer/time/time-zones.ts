import { ownTimeZone } from '../../core/time/time-zone.ts';

/** Zones whose name contains every word of the text, `new york` for `America/New_York`; the computer's own comes first. */
export function findTimeZones(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean);
  return allTimeZones().filter((zone) => {
    const name = `${zone}\n${earlier.get(zone) ?? ''}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}

let all: readonly string[] | null = null;

// The engine's list leaves out UTC, and may leave out an alias the computer is set to.
function allTimeZones(): readonly string[] {
  all ??= [
    ...new Set([ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => today.get(zone) ?? zone)),
  ];
  return all;
}

/**
 * The engine keeps listing zones by the names they had when it learnt of them. These are what places are called today, as
 * the time zone database has it; both names are understood everywhere.
 */
const renamed: readonly (readonly [listed: string, today: string])[] = [
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
];
const today: ReadonlyMap<string, string> = new Map(renamed);
const earlier: ReadonlyMap<string, string> = new Map(renamed.map(([listed, name]) => [name, listed]));
