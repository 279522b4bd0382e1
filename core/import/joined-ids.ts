import type { Damage } from './import-comparison.ts';
import { damageOf, keptDigits, type Reading, readFound, readingOf, readKnown } from './part-damage.ts';

/** Known ids that begin alike: those from `from` up to `to`, in order, have their first `at` characters in common. */
interface Alike {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Known ids looked at one by one for one id of the file. More fit a rounded number only where several do. */
const mostLooks = 1_000;
const twoAreSeveral = 2;

/**
 * Known ids whose columns were joined with nothing in between, so that it cannot be told where one ends. The file still
 * has its columns: each is followed along the known ids with what a spreadsheet may have taken from it, zeros in front of
 * it for example. `12E5`, which is a number to a spreadsheet as well, is not looked for within such an id.
 */
export class JoinedIds {
  private readonly known: readonly string[];

  constructor(knownIds: Iterable<string>) {
    this.known = [...new Set(knownIds)].sort();
  }

  /**
   * As `DamageIndex.originsOf`, for an id that the list does not have, by its columns. Of several ids that fit, two are
   * answered.
   */
  originsOf(parts: readonly string[]): { readonly damage: Damage; readonly ids: readonly string[] } | null {
    const readings = parts.map(readingOf);
    if (readings.every((reading) => reading === 'exact')) return null;
    const damage = damageOf(parts);
    const ids = this.idsReadAs(parts, readings);
    return ids.length > 0 || damage !== 'lost leading zeros' ? { damage, ids } : null;
  }

  private idsReadAs(parts: readonly string[], readings: readonly Reading[]): readonly string[] {
    const found = new Set<string>();
    const budget = { looks: mostLooks };
    const everyId: Alike = { from: 0, to: this.known.length, at: 0 };
    for (const { from, at } of this.along(everyId, parts, readings, budget)) {
      // Of ids that begin alike, the one that ends here comes first.
      const id = this.known[from];
      if (id?.length === at) found.add(id);
      if (found.size === twoAreSeveral) break;
    }
    // Nobody knows then whether it is the only one.
    return budget.looks < 0 ? [] : [...found];
  }

  /** The places in the known ids that are reached by following the parts one after the other. */
  private *along(start: Alike, parts: readonly string[], readings: readonly Reading[], budget: Budget): Reached {
    const [part, ...rest] = parts;
    const [reading = 'exact', ...others] = readings;
    if (part === undefined) yield start;
    else for (const next of this.after(start, part, reading, budget)) yield* this.along(next, rest, others, budget);
  }

  private *after(start: Alike, part: string, reading: Reading, budget: Budget): Reached {
    if (reading === 'exact') {
      yield* this.behind(start, part);
      return;
    }
    for (let zeros: Alike | undefined = start; zeros; [zeros] = this.behind(zeros, '0')) {
      if (reading === 'bare') yield* this.behind(zeros, part);
      else yield* this.numbers(zeros, part, reading, budget);
    }
  }

  /** Past each number that reads as the part does. */
  private *numbers(start: Alike, part: string, reading: Reading, budget: Budget): Reached {
    const wanted = readFound(part, reading);
    for (const { lowest, highest } of numbersLike(part, reading)) {
      const { length } = lowest;
      const prefix = this.prefixOf(start);
      const end = this.firstWhere(start, (id) => id > prefix + highest && !id.startsWith(prefix + highest));
      let from = this.firstWhere(start, (id) => id >= prefix + lowest);
      while (from < end) {
        budget.looks -= 1;
        if (budget.looks < 0) return;
        const number = (this.known[from] ?? '').slice(start.at, start.at + length);
        const [alike] = number.length < length ? [] : this.behind({ ...start, from, to: end }, number);
        if (alike && readKnown(number, reading) === wanted) yield alike;
        from = alike?.to ?? from + 1;
      }
    }
  }

  /** Those that go on with this text; at most one item. */
  private behind(start: Alike, text: string): readonly Alike[] {
    const prefix = this.prefixOf(start) + text;
    const from = this.firstWhere(start, (id) => id >= prefix);
    const to = this.firstWhere({ ...start, from }, (id) => !id.startsWith(prefix));
    return from < to ? [{ from, to, at: prefix.length }] : [];
  }

  private prefixOf({ from, at }: Alike): string {
    return (this.known[from] ?? '').slice(0, at);
  }

  /** The first place of which this is true; it is true of all that follow. */
  private firstWhere({ from, to }: Pick<Alike, 'from' | 'to'>, isTrue: (id: string) => boolean): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isTrue(this.known[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

type Budget = { looks: number };
type Reached = Generator<Alike, undefined>;

/** The numbers, in runs of one length, among which are all that a spreadsheet may have shown as this part. */
function numbersLike(part: string, reading: Reading): readonly { readonly lowest: string; readonly highest: string }[] {
  if (reading === 'rounded') {
    const kept = part.slice(0, keptDigits);
    return [{ lowest: kept.padEnd(part.length, '0'), highest: kept.padEnd(part.length, '9') }];
  }
  const [mantissa = '', exponent = ''] = part.toUpperCase().split('E');
  const decimals = mantissa.length - 1 === 0 ? 0 : mantissa.length - 2;
  const length = Number(exponent) + 1;
  // Short numbers are shown as they are.
  if (!(length > decimals + 1 && length <= longestNumber)) return [];
  const half = 10n ** BigInt(length - decimals - 2) * 5n;
  const shown = BigInt(mantissa.replace(/[.,]/, '')) * half * 2n;
  const [lowest, highest] = [String(shown - half), String(shown + half)];
  if (lowest.length === length) return [{ lowest, highest }];
  // `1.00E+10` may have been `9999999999`.
  return [
    { lowest, highest: ''.padEnd(length - 1, '9') },
    { lowest: '1'.padEnd(length, '0'), highest },
  ];
}

/** No id has a number as long as that. */
const longestNumber = 310;
