import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DamageIndex, visibleDamage } from './spreadsheet-damage.ts';

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
  ['12345678901234567890', null],
  ['A7.39E+09', null],
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
