import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonBeyondLimit, jsonLimits } from '../json-limits.ts';
import { cases } from '../testing/cases.ts';
import { indentedPieces, isJsonNumber, parseLossless, stringifyLossless } from './lossless.ts';

const number = (value: string) => ({ isLosslessNumber: true, value }) as const;

const bracket = fc.constantFrom(['[', ']'] as const, ['{"a":', '}'] as const);
const nested = (brackets: readonly (readonly [string, string])[], core: string) =>
  brackets.map(([open]) => open).join('') +
  core +
  brackets
    .map(([, close]) => close)
    .reverse()
    .join('');

describe('parseLossless', () => {
  test('takes as many levels as the limit and not one more, of lists and objects in any mix', () => {
    const most = fc.array(bracket, { minLength: jsonLimits.depth, maxLength: jsonLimits.depth });
    fc.assert(
      fc.property(most, bracket, (brackets, more) => {
        const core = '"]}[{"';
        expect(parseLossless(nested(brackets, core))).toEqual(JSON.parse(nested(brackets, core)));
        expect(() => parseLossless(nested([more, ...brackets], core))).toThrow(JsonBeyondLimit);
      }),
    );
  });

  test.each(['[', '{"a":', '[{"a":[', '{"a":1,"b":[[],'])('refuses %s a million times', (piece) => {
    expect(() => parseLossless(piece.repeat(1_000_000))).toThrow(JsonBeyondLimit);
  });

  test.each(['1', '""', 'null', '[]', '{}'])('refuses more than the limit of %s', (item) => {
    expect(() => parseLossless(`[${`${item},`.repeat(jsonLimits.values)}${item}]`)).toThrow(JsonBeyondLimit);
  });

  test.each(['0', '-0', '12345678901234567890', '1.0', '1e400', '-1.50E+3'])('keeps the text of %s', (text) => {
    expect(parseLossless(text)).toEqual(number(text));
    expect(parseLossless(`{"a":[${text},${text}]}`)).toEqual({ a: [number(text), number(text)] });
  });

  test('leaves digits inside strings alone, whatever quotes and backslashes are around them', () => {
    const text = String.raw`{"5":"12 \" 3 \\","\\\"7\\":8}`;
    expect(parseLossless(text)).toEqual({ '5': '12 " 3 \\', '\\"7\\': number('8') });
  });

  test('takes exactly what JSON.parse takes', () => {
    const fragment = fc.constantFrom(
      '1',
      '-',
      '0',
      '01',
      '.',
      'e',
      '+',
      '"',
      '\\',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      'true',
      ' ',
    );
    const text = fc.oneof(
      fc.json(),
      fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (json) => {
        expect(accepts(parseLossless, json)).toBe(accepts(JSON.parse, json));
      }),
      { numRuns: cases(2000) },
    );
  });
});

describe('stringifyLossless', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constant(null),
    fc.oneof(fc.bigInt().map(String), fc.constantFrom('1.0', '-0', '1e400')).map(number),
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;

  test('is undone by parseLossless, compact and indented', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0 as const, 2 as const), (value, indent) => {
        expect(parseLossless(stringifyLossless(value as never, indent))).toEqual(value);
      }),
    );
  });

  test('comes piece by piece for a list, to the same text', () => {
    const fields = fc.dictionary(fc.string(), json, { maxKeys: 3, noNullPrototype: true });
    fc.assert(
      fc.property(fields, fc.array(json, { maxLength: 4 }), (before, items) => {
        // A number for a key goes before the others in any object.
        fc.pre(Object.keys(before).every((key) => key !== 'list' && !/^\d+$/.test(key)));
        const whole = stringifyLossless({ ...before, list: items } as never, 2);
        expect([...indentedPieces(before as never, ['list', items as never])].join('')).toBe(whole);
      }),
    );
  });

  test('writes what JSON.stringify writes where there is no number', () => {
    const value = { b: ['x', null, [], {}], a: { '': true } };
    expect(stringifyLossless(value)).toBe(JSON.stringify(value));
    expect(stringifyLossless(value, 2)).toBe(JSON.stringify(value, null, 2));
  });

  test('never writes text as a number because an object says so', () => {
    const imitation = { isLosslessNumber: true, value: '0],"injected":[1' };
    expect(isJsonNumber(imitation)).toBe(false);
    expect(stringifyLossless({ imitation })).toBe(JSON.stringify({ imitation }));
  });
});

test('numbers survive a structured clone and a journal', () => {
  const value = parseLossless('{"floor":10000000000000000001}');
  expect(stringifyLossless(structuredClone(value))).toBe('{"floor":10000000000000000001}');
  expect(stringifyLossless(JSON.parse(JSON.stringify(value)))).toBe('{"floor":10000000000000000001}');
});

function accepts(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
