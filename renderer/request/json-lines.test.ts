import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonLines } from './json-lines.ts';

describe('a JSON text in lines', () => {
  it('is what JSON.stringify indents by two, for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(new JsonLines(JSON.stringify(value)).toString()).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('is the same for a text that was indented already', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(new JsonLines(JSON.stringify(value, null, 4)).toString()).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('keeps numbers as they are written', () => {
    expect(new JsonLines('{"a":[1.0,12345678901234567890]}').toString()).toBe(
      '{\n  "a": [\n    1.0,\n    12345678901234567890\n  ]\n}',
    );
  });

  it('answers a line beyond the end with nothing', () => {
    expect(new JsonLines('[]').at(1)).toBe('');
  });
});
