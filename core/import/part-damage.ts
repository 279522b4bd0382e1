import type { Damage } from './import-comparison.ts';

/** Digits that a spreadsheet keeps of a number (Excel specifications and limits: number precision, 15 digits). */
export const keptDigits = 15;

const scientific = /^(\d(?:[.,]\d{1,14})?)E([+-]?)(\d{1,3})$/i;
const digits = /^\d+$/;
const longNumber = /^[1-9]\d{15,}$/;
/** What a spreadsheet takes for a number in the first place; `12E5` is one as well. */
export const takenForNumber = /^\d+(?:E\d{1,3})?$/i;

/** The worst first, as an id of several parts is said to have it. */
const visibleDamages = ['scientific notation', 'rounded number'] as const;

/** What an id, or a part of one, shows of damage by itself; lost zeros leave no trace. */
export function visibleDamage(id: string): (typeof visibleDamages)[number] | null {
  const [, mantissa = '', sign] = scientific.exec(id) ?? [];
  // `7E9` may well be an id; spreadsheets write `7E+09` and `7.39E+09`.
  if (mantissa.length > 1 || (mantissa !== '' && sign !== '')) return 'scientific notation';
  const isCut = longNumber.test(id) && /^0+$/.test(id.slice(keptDigits));
  return isCut ? 'rounded number' : null;
}

/** The damage that an id of these parts is said to have, once it is known to have any. */
export function damageOf(parts: readonly string[]): Damage {
  const seen = parts.map(visibleDamage);
  return visibleDamages.find((visible) => seen.includes(visible)) ?? 'lost leading zeros';
}

/** How a part of an id is compared: as it is, without zeros, by its kept digits, or as a number of so many decimals. */
export type Reading = 'exact' | 'bare' | 'rounded' | number;

/** What a spreadsheet may have done to a part of an id of the file. */
export function readingOf(part: string): Reading {
  const damage = visibleDamage(part);
  if (damage === 'scientific notation') return Math.max(0, part.toUpperCase().indexOf('E') - 2);
  if (damage === 'rounded number') return 'rounded';
  return digits.test(part) && withoutZeros(part) === part ? 'bare' : 'exact';
}

/** A part of an id of the file, which reads as the known one reads by the same reading. */
export function readFound(part: string, reading: Reading = 'exact'): string {
  if (reading === 'exact' || reading === 'bare') return part;
  return reading === 'rounded' ? firstDigitsKey(part) : Number(part.replace(',', '.')).toExponential(reading);
}

/** What a spreadsheet leaves of a known part; null where it would not do this to it. */
export function readKnown(part: string, reading: Reading = 'exact'): string | null {
  if (reading === 'exact') return part;
  if (typeof reading === 'number') return takenForNumber.test(part) ? Number(part).toExponential(reading) : null;
  if (!digits.test(part)) return null;
  const bare = withoutZeros(part);
  if (reading === 'bare') return bare;
  return bare.length > keptDigits ? firstDigitsKey(bare) : null;
}

function withoutZeros(id: string): string {
  return id.replace(/^0+(?=\d)/, '');
}

function firstDigitsKey(bare: string): string {
  return `${bare.length}:${bare.slice(0, keptDigits)}`;
}
