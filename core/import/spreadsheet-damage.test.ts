import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../testing/cases.ts';
import { asShown } from '../testing/spreadsheet.ts';
import { visibleDamage } from './part-damage.ts';
import { DamageIndex } from './spreadsheet-damage.ts';

it.each<[string, ReturnType<typeof visibleDamage>]>([
  ['7.39E+09', 'scientific notation'],
  ['7,39E+09', 'scientific notation'],
  ['7E+09', 'scientific notation'],
  ['1.23456789012345E+19', 'scientific notation'],
  ['12345678901234500000', 'rounded number'],
  ['7E9', null],
  ['12E5', null],
  ['124', null],
  ['1234567890123450', 'rounded number'],
  ['123456789012345', null],
  ['0000000000000000', null],
  ['12345678901234567890', null],
  ['A7.39E+09', null],
  [`1.${'2'.repeat(120)}E+09`, null],
  ['', null],
])('%s shows %s', (id, damage) => {
  expect(visibleDamage(id)).toBe(damage);
});

it.each<[string, string, string[]]>([
  ['124', 'lost leading zeros', ['00124']],
  ['7.39E+09', 'scientific notation', ['7390000123', '7391234567']],
  ['7,391E+09', 'scientific notation', ['7391234567']],
  ['1.2E+06', 'scientific notation', ['12E5']],
  ['12345678901234500000', 'rounded number', ['12345678901234567890']],
  ['98765432109876500', 'rounded number', ['00098765432109876543']],
])('%s leads back, by %s, to %j', (id, damage, ids) => {
  const known = ['00124', '7390000123', '7391234567', '12E5', '12345678901234567890', '00098765432109876543', 'A-1'];
  expect(new DamageIndex(known).originsOf(id)).toEqual({ damage, ids });
});

it('finds nothing behind an id that is whole', () => {
  const index = new DamageIndex(['00124', 'A-1']);
  expect(index.originsOf('125')).toBeNull();
  expect(index.originsOf('00124')).toBeNull();
  expect(index.originsOf('A1')).toBeNull();
});

it('leads every long number back to itself, after what Excel does to it', () => {
  const number = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 16, maxLength: 25 });
  fc.assert(
    fc.property(number, (id) => {
      const bare = id.replace(/^0+(?=\d)/, '');
      fc.pre(bare.length > 15);
      const cut = bare.slice(0, 15).padEnd(bare.length, '0');
      fc.pre(cut !== id && cut !== bare);
      expect(new DamageIndex([id, '1', '00124']).originsOf(cut)?.ids).toEqual([id]);
    }),
  );
});

describe('ids joined from columns', () => {
  const binding = { columns: [0, 1], separator: '-' };

  it.each<[string, string, string[]]>([
    ['12-1', 'lost leading zeros', ['012-01']],
    ['012-1', 'lost leading zeros', ['012-01']],
    ['P-7', 'lost leading zeros', ['P-007']],
    ['7.39E+09-2', 'scientific notation', ['7391234567-02']],
    ['12345678901234500000-3', 'rounded number', ['12345678901234567890-003']],
    ['7.39E+09-12345678901234500000', 'scientific notation', ['7391234567-12345678901234567890']],
    ['5-1', 'lost leading zeros', ['05-1', '5-01']],
  ])('%s leads back, by %s, to %j', (id, damage, ids) => {
    const known = [
      ...['012-01', 'P-007', '7391234567-02', '12345678901234567890-003', '7391234567-12345678901234567890'],
      ...['05-1', '5-01'],
    ];
    expect(new DamageIndex(known, binding).originsOf(id)).toEqual({ damage, ids });
  });

  it('are not taken for ids that no spreadsheet would turn into them', () => {
    const index = new DamageIndex(['012-01', 'A-B-01', 'P-007'], binding);
    for (const id of ['012-001', '0012-1', '12-01-1', 'A-B-1', 'p-7', '121', '13-1', 'P-7-']) {
      expect([id, index.originsOf(id)]).toEqual([id, null]);
    }
  });

  it('lead back to themselves, whatever Excel did to any of their parts', () => {
    const part = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0012345'), minLength: 1, maxLength: 4 }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 10, maxLength: 22 }),
      fc.constantFrom('A', 'P01', 'Dock 2', ''),
    );
    const looks = fc.array(fc.constantFrom('text' as const, 'number' as const, 'narrow number' as const), {
      minLength: 3,
      maxLength: 3,
    });
    const ids = fc.uniqueArray(fc.tuple(part, part, part), { selector: (parts) => parts.join('/'), minLength: 1 });
    fc.assert(
      fc.property(ids, looks, (known, kinds) => {
        const index = new DamageIndex(
          known.map((parts) => parts.join('/')),
          { columns: [4, 0, 2], separator: '/' },
        );
        const whole = new Set(known.map((parts) => parts.join('/')));
        for (const parts of known) {
          const found = parts.map((text, place) => asShown(text, kinds[place] ?? 'text')).join('/');
          if (!whole.has(found)) expect(index.originsOf(found)?.ids).toContain(parts.join('/'));
        }
      }),
      { numRuns: cases(500) },
    );
  });
});
