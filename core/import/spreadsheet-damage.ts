import type { Damage } from './import-comparison.ts';
import type { ColumnBinding } from './import-table.ts';
import { damageOf, type Reading, readFound, readingOf, readKnown, takenForNumber } from './part-damage.ts';

// A spreadsheet that takes an id for a number drops its leading zeros, keeps 15 digits, and shows a long one as
// `7.39E+09`. What was lost cannot be computed back, but it can be looked up among the ids that are known.

/** Known ids as they read by one reading for each part. */
interface Readings {
  readonly readings: readonly Reading[];
  readonly ids: Map<string, string[]>;
}

/**
 * Known ids by what a spreadsheet makes of them, so that a damaged one leads back to those it may have been. An id that
 * is joined from several columns was damaged column by column, and is compared part by part.
 */
export class DamageIndex {
  private readonly numbers = new Set<string>();
  /** Those for whole ids from the start, so that adding ids bit by bit is what takes the time; others when asked for. */
  private readonly indexes = new Map<string, Readings>();

  constructor(
    knownIds: Iterable<string> = [],
    private readonly binding: ColumnBinding = { columns: [], separator: '' },
  ) {
    for (const reading of ['bare', 'rounded'] as const)
      this.indexes.set(reading, { readings: [reading], ids: new Map() });
    for (const id of knownIds) this.add(id);
  }

  /** One more known id. All of them have to be known before it is asked where one comes from. */
  add(id: string): void {
    if (this.numbers.has(id) || !this.partsOf(id).some((part) => takenForNumber.test(part))) return;
    this.numbers.add(id);
    for (const index of this.indexes.values()) this.put(index, id);
  }

  /** The known ids that a spreadsheet would have turned into this one, with what it did; an exact id has none. */
  originsOf(id: string): { readonly damage: Damage; readonly ids: readonly string[] } | null {
    if (this.numbers.has(id)) return null;
    const parts = this.partsOf(id);
    const ids = this.idsReadAs(parts, parts.map(readingOf));
    const damage = damageOf(parts);
    return ids.length > 0 || damage !== 'lost leading zeros' ? { damage, ids } : null;
  }

  private idsReadAs(parts: readonly string[], readings: readonly Reading[]): readonly string[] {
    if (readings.every((reading) => reading === 'exact')) return [];
    const key = readings.join();
    let index = this.indexes.get(key);
    if (!index) {
      index = { readings, ids: new Map() };
      this.indexes.set(key, index);
      for (const known of this.numbers) this.put(index, known);
    }
    return index.ids.get(keyOf(parts.map((part, place) => readFound(part, readings[place])))) ?? [];
  }

  private put({ readings, ids }: Readings, id: string): void {
    const parts = this.partsOf(id);
    if (parts.length !== readings.length) return;
    const read: string[] = [];
    for (const [place, part] of parts.entries()) {
      const text = readKnown(part, readings[place]);
      if (text === null) return;
      read.push(text);
    }
    // What a spreadsheet leaves as it is comes from nothing else.
    if (read.every((text, place) => text === parts[place])) return;
    const key = keyOf(read);
    const others = ids.get(key);
    if (others) others.push(id);
    else ids.set(key, [id]);
  }

  /** An id's columns, where it can be told which they were; else the whole id as the only part. */
  private partsOf(id: string): readonly string[] {
    const { columns, separator } = this.binding;
    if (columns.length < 2 || separator === '') return [id];
    const parts = id.split(separator);
    return parts.length === columns.length ? parts : [id];
  }
}

const keyOf = (parts: readonly string[]): string => parts.join('\0');
