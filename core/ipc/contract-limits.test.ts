import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calls } from './contract.ts';

// Derived from the contract itself, so a call that is added is tested too.

const inputs = Object.entries(calls).flatMap(([noun, named]) =>
  Object.entries(named).map(([name, { input }]) => [`${noun}.${name}`, input as z.ZodType] as const),
);

/** What has no upper limit in a schema, by path. A part that is parsed by hand (`custom`, JSON text) is tried below. */
function unlimited(schema: z.ZodType, path = 'input'): string[] {
  if (schema instanceof z.ZodString) {
    const isPattern = [...(schema.def.checks ?? [])].some((check) => check._zod.def.check === 'string_format');
    return isPattern || schema.maxLength !== null ? [] : [path];
  }
  if (schema instanceof z.ZodArray) {
    const hasMost = [...(schema.def.checks ?? [])].some((check) => check._zod.def.check === 'max_length');
    return [...(hasMost ? [] : [path]), ...unlimited(schema.element as z.ZodType, `${path}[]`)];
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, part]) => unlimited(part as z.ZodType, `${path}.${key}`));
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    return unlimited(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option, at) => unlimited(option as z.ZodType, `${path}|${at}`));
  }
  if (schema instanceof z.ZodTuple) {
    return schema.def.items.flatMap((item, at) => unlimited(item as z.ZodType, `${path}[${at}]`));
  }
  if (schema instanceof z.ZodRecord) return [path];
  if (schema instanceof z.ZodNumber) return schema.isInt || schema.maxValue !== Infinity ? [] : [path];
  return schema instanceof z.ZodAny || schema instanceof z.ZodUnknown ? [path] : [];
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: [value] };
  return value;
}

const long = 'x'.repeat(70 * 1024 * 1024);
const hostile: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', 7],
  ['NaN', Number.NaN],
  ['a long text', long],
  ['a path', '../../settings'],
  ['a path of Windows', '..\\..\\settings'],
  ['a zero byte', 'a\0b'],
  ['a list', [1, 2]],
  ['a long list', Array(300_000).fill('x')],
  ['a deep value', nested(100_000)],
  ['a prototype', JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}')],
  ['a date', new Date()],
  ['a map', new Map([['connectionId', 'a']])],
  ['bytes', new Uint8Array(8)],
];

/** The fields of a call's input; an input that is no object has none. */
const fieldsOf = (input: z.ZodType) => (input instanceof z.ZodObject ? Object.keys(input.shape) : []);

describe.each(inputs)('%s', (_channel, input) => {
  it('has a limit on every text, list and number', () => {
    expect(unlimited(input)).toEqual([]);
  });

  it('takes nothing hostile as its input, and throws nothing', () => {
    for (const [what, value] of hostile) expect([what, input.safeParse(value).success]).toEqual([what, false]);
  });

  it('takes nothing hostile as any field that names a connection, a sweep or a snapshot', () => {
    for (const field of fieldsOf(input).filter((key) => /^(connection|sweep|snapshot)Id$/.test(key))) {
      for (const value of ['../x', 'a/b', 'a\\b', 'a\0', '', ' ', 'A.B', 'x'.repeat(40_000), nested(70)]) {
        const { error } = input.safeParse({ [field]: value });
        expect(error?.issues.some(({ path }) => path[0] === field)).toBe(true);
      }
    }
  });

  it('takes nothing longer than its limit in any field', () => {
    for (const field of fieldsOf(input)) {
      const { error } = input.safeParse({ [field]: long });
      expect(error?.issues.some(({ path }) => path[0] === field)).toBe(true);
    }
  });
});

it('leaves the prototypes as they were', () => {
  expect(Reflect.get({}, 'isAdmin')).toBe(undefined);
});
