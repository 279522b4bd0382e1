import { expect, it } from 'vitest';
import { z } from 'zod';
import { jsonText } from './json-text.ts';
import { fromJsonText } from './json-text-schema.ts';

const schema = fromJsonText(z.object({ row: z.int() }));

it('gives the value of a text, as its schema has it', () => {
  expect(schema.parse(jsonText({ row: 7, more: 1 }))).toEqual({ row: 7 });
});

it.each([
  ['another value than the schema takes', '{"row":"7"}'],
  ['text that is no JSON', '{"row":'],
  ['the value itself', { row: 7 }],
  ['nothing', undefined],
])('turns down %s', (_what, input) => {
  expect(schema.safeParse(input).success).toBe(false);
});

it('turns down what is no JSON where the schema takes anything, too', () => {
  expect(fromJsonText(z.unknown()).safeParse('{"row":').success).toBe(false);
});
