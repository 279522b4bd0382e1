import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineNumber } from './line-number.ts';

it('takes the number of every line of the file, with and without commas', () => {
  const line = fc.integer({ min: 1, max: 2_000_000 });
  fc.assert(
    fc.property(line, fc.nat(1_000_000), fc.constantFrom('', ' '), (number, more, space) => {
      for (const text of [String(number), number.toLocaleString('en')]) {
        expect(lineNumber(`${space}${text}${space}`, number + more)).toEqual({ ok: true, value: number });
      }
    }),
  );
});

it.each([
  ['', 'The number of the line is missing.'],
  ['  ', 'The number of the line is missing.'],
  ['0', 'Lines are counted from 1.'],
  ['1,235', 'The file has no line 1,235.'],
  ['99999999999999999999999', 'The file has no line 99999999999999999999999.'],
  ['-3', '“-3” is not the number of a line.'],
  ['12.5', '“12.5” is not the number of a line.'],
  ['1,2', '“1,2” is not the number of a line.'],
  ['1e3', '“1e3” is not the number of a line.'],
  ['line 7', '“line 7” is not the number of a line.'],
])('refuses %j and says which there are', (text, message) => {
  expect(lineNumber(text, 1_234)).toEqual({
    ok: false,
    error: { message, next: 'Type a whole number from 1 to 1,234.' },
  });
});
