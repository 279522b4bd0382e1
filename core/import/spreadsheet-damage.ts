import type { Damage } from './import-comparison.ts';

// A spreadsheet that takes an id for a number drops its leading zeros, keeps 15 digits, and shows a long one as
// `7.39E+09`. What was lost cannot be computed back, but it can be looked up among the ids that are known.

/** Digits that a spreadsheet keeps of a number (Excel specifications and limits: number precision, 15 digits). */
const keptDigits = 15;

const scientific = /^(\d(?:[.,]\d+)?)E([+-]?)(\d{1,3})$/i;
const digits = /^\d+$/;
/** What a spreadsheet takes for a number in the first place; `12E5` is one as well. */
const takenForNumber = /^\d+(?:E\d{1,3})?$/i;

/** What an id shows of damage by itself; lost zeros leave no trace. */
export function visibleDamage(id: string): Exclude<Damage, 'lost leading zeros'> | null {
  const [, mantissa = '', sign] = scientific.exec(id) ?? [];
  // `7E9` may well be an id; spreadsheets write `7E+09` and `7.39E+09`.
  if (mantissa.length > 1 || (mantissa !== '' && sign !== '')) return 'scientific notation';
  const isCut = digits.test(id) && id.length > keptDigits && /^0+$/.test(id.slice(keptDigits));
  return isCut ? 'rounded number' : null;
}

/** Known ids by what a spreadsheet makes of them, so that a damaged one leads back to those it may have been. */
export class DamageIndex {
  private readonly byDigits = new Map<string, string[]>();
  private readonly byFirstDigits = new Map<string, string[]>();
  private readonly byScientific = new Map<string, string[]>();
  private readonly numbers: string[] = [];
  private readonly precisions = new Set<number>();

  constructor(knownIds: Iterable<string> = []) {
    for (const id of knownIds) this.add(id);
  }

  /** One more known id. All of them have to be known before it is asked where one comes from. */
  add(id: string): void {
    if (!takenForNumber.test(id)) return;
    this.numbers.push(id);
    if (!digits.test(id)) return;
    const bare = withoutZeros(id);
    if (bare !== id) put(this.byDigits, bare, id);
    if (bare.length > keptDigits) put(this.byFirstDigits, firstDigitsKey(bare), id);
  }

  /** The known ids that a spreadsheet would have turned into this one, with what it did; an exact id has none. */
  originsOf(id: string): { readonly damage: Damage; readonly ids: readonly string[] } | null {
    const visible = visibleDamage(id);
    if (visible === 'scientific notation') return { damage: visible, ids: this.originsOfScientific(id) };
    if (!digits.test(id)) return null;
    const zeros = this.byDigits.get(id);
    if (zeros) return { damage: 'lost leading zeros', ids: zeros };
    return visible && { damage: visible, ids: this.byFirstDigits.get(firstDigitsKey(id)) ?? [] };
  }

  private originsOfScientific(id: string): readonly string[] {
    const number = Number(id.replace(',', '.'));
    const decimals = Math.max(0, id.toUpperCase().indexOf('E') - 2);
    if (!this.precisions.has(decimals)) {
      this.precisions.add(decimals);
      for (const known of this.numbers) put(this.byScientific, Number(known).toExponential(decimals), known);
    }
    return this.byScientific.get(number.toExponential(decimals)) ?? [];
  }
}

function put(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

function withoutZeros(id: string): string {
  return id.replace(/^0+(?=\d)/, '');
}

function firstDigitsKey(bare: string): string {
  return `${bare.length}:${bare.slice(0, keptDigits)}`;
}
