import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../testing/cases.ts';
import { type Row, Rows } from './rows.ts';

const row = (name: string): Row => ({ base: null, mine: { id: name, name } });
const many = (length: number) => Array.from({ length }, (_, index) => row(`${index}`));

describe('rows', () => {
  it('holds what an array would hold, after any replacements and appends', () => {
    fc.assert(
      fc.property(fc.nat(1300), fc.array(fc.nat(1400), { maxLength: 20 }), (length, numbers) => {
        const array = many(length);
        const before = Rows.from(array);
        const replacements = numbers
          .map((number) => Math.min(number, array.length))
          .map((number): [number, Row] => [number, row('new')]);
        const after = before.with(replacements);
        const expected = [...array];
        for (const [number, next] of replacements) expected[number] = next;
        expect([...after]).toEqual(expected);
        expect(after.length).toBe(expected.length);
        expect([...before]).toEqual(array);
        const visited: Row[] = [];
        after.forEach((each, number) => {
          expect(number).toBe(visited.push(each) - 1);
        });
        expect(visited).toEqual(expected);
        expect(after.at(expected.length)).toBeUndefined();
      }),
      { numRuns: cases(30) },
    );
  });

  it('shares the rows it does not touch', () => {
    const before = Rows.from(many(2000));
    const after = before.with([[1500, row('new')]]);
    expect(after.at(0)).toBe(before.at(0));
    expect(after.at(1999)).toBe(before.at(1999));
    expect(after.at(1500)).not.toBe(before.at(1500));
  });

  it('appends over a chunk border', () => {
    let rows = Rows.empty;
    for (let number = 0; number < 1030; number++) rows = rows.with([[number, row(`${number}`)]]);
    expect([...rows]).toEqual(many(1030));
  });

  it('throws on a row that would leave a hole', () => {
    expect(() => Rows.from(many(3)).with([[4, row('x')]])).toThrow('no row 4');
    expect(() => Rows.from(many(3)).with([[-1, row('x')]])).toThrow('no row -1');
  });
});
