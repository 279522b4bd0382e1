import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../testing/cases.ts';
import { asShown } from '../testing/spreadsheet.ts';
import { JoinedIds } from './joined-ids.ts';
import { readFound, readingOf, readKnown } from './part-damage.ts';

it.each<[string[], string, string[]]>([
  [['12', '345'], 'lost leading zeros', ['01200345']],
  [['012', '345'], 'lost leading zeros', ['01200345']],
  [['P', '7'], 'lost leading zeros', ['P007']],
  [['0', '7'], 'lost leading zeros', ['000007']],
  [['5', '1'], 'lost leading zeros', ['5001', '0501']],
  [['12', '7.39E+09'], 'scientific notation', ['0127391234567']],
  [['7.39E+09', '2'], 'scientific notation', ['739123456702']],
  [['3', '1.00E+10'], 'scientific notation', ['39999999999']],
  [['3', '1E+11'], 'scientific notation', ['3100000000000']],
  [['12345678901234500000', '3'], 'rounded number', ['12345678901234567890003']],
  [['8', '12345678901234500000', 'B'], 'rounded number', ['0812345678901234567890B']],
  [['12', '9.99E+09'], 'scientific notation', []],
])('%j leads back, by %s, to %j', (parts, damage, ids) => {
  const known = [
    ...['01200345', '01200346', 'P007', '000007', '0501', '5001', '0127391234567', '739123456702', '39999999999'],
    ...['3100000000000', '12345678901234567890003', '0812345678901234567890B', '01273A', '01273912', '7390'],
  ];
  expect(new JoinedIds(known).originsOf(parts)).toEqual({ damage, ids });
});

it.each([
  [['012', '0345']],
  [['12', '346']],
  [['1', '2345']],
  [['P', '07']],
  [['P0', '7', '1']],
  [['p', '7']],
  [['7E9', '1']],
])('%j is nothing that a spreadsheet would make of any', (parts) => {
  expect(new JoinedIds(['01200345', 'P007', '']).originsOf(parts)).toBeNull();
});

it('knows of two that there are several, and does not look through all', () => {
  const several = Array.from({ length: 2_000 }, (_, at) => `1239${String(at).padStart(8, '0')}`);
  expect(new JoinedIds(several).originsOf(['12', '3.90E+09'])?.ids).toHaveLength(2);
});

it('answers none where it cannot look at all that begin alike', () => {
  const heads = Array.from(
    { length: 2_000 },
    (_, at) => `39000${String(at).padStart(5, '0')}${at === 1_500 ? 'A' : 'B'}`,
  );
  expect(new JoinedIds(heads).originsOf(['3.90E+09', 'A'])).toEqual({ damage: 'scientific notation', ids: [] });
});

describe('of any ids, joined from any columns', () => {
  const part = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0012'), minLength: 1, maxLength: 4 }),
    fc.string({ unit: fc.constantFrom(...'09'), minLength: 10, maxLength: 18 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 10, maxLength: 22 }),
    fc.constantFrom('A', 'P01', '0B'),
  );
  const kind = fc.constantFrom('text' as const, 'number' as const, 'narrow number' as const);
  const known = fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 12 });

  it('each leads back to itself, or is known to have several origins', () => {
    fc.assert(
      fc.property(known, fc.tuple(kind, kind), (all, kinds) => {
        const ids = new Set(all.map((parts) => parts.join('')));
        const joined = new JoinedIds(ids);
        for (const parts of all) {
          const found = parts.map((text, place) => asShown(text, kinds[place] ?? 'text'));
          if (ids.has(found.join(''))) continue;
          const origins = joined.originsOf(found)?.ids ?? [];
          if (origins.length !== 2) expect(origins).toEqual([parts.join('')]);
        }
      }),
      { numRuns: cases(2_000) },
    );
  });

  it('leads back to those that any cut of theirs leads to, and to no others', () => {
    fc.assert(
      fc.property(known, fc.tuple(part, part), fc.tuple(kind, kind), (all, parts, kinds) => {
        const ids = new Set(all.map((each) => each.join('')));
        const found = parts.map((text, place) => asShown(text, kinds[place] ?? 'text'));
        fc.pre(!ids.has(found.join('')) && found.some((text) => readingOf(text) !== 'exact'));
        const expected = [...ids].filter((id) => cuts(id).some((cut) => readsAs(cut, found)));
        const origins = new JoinedIds(ids).originsOf(found)?.ids ?? [];
        expect(origins).toHaveLength(Math.min(2, expected.length));
        expect(expected).toEqual(expect.arrayContaining([...origins]));
      }),
      { numRuns: cases(2_000) },
    );
  });
});

/** Every way to cut an id in two. */
function cuts(id: string): string[][] {
  return Array.from({ length: id.length - 1 }, (_, at) => [id.slice(0, at + 1), id.slice(at + 1)]);
}

function readsAs(cut: readonly string[], found: readonly string[]): boolean {
  return found.every((text, place) => {
    const reading = readingOf(text);
    return readKnown(cut[place] ?? '', reading) === readFound(text, reading);
  });
}
