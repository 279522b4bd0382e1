import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanToken } from './token.ts';

describe('cleanToken', () => {
  it.each([
    'abc.DEF-123',
    '  abc.DEF-123\n',
    'Bearer abc.DEF-123',
    'bearer\tabc.DEF-123',
    'Authorization: Bearer abc.DEF-123',
    'authorization : "Bearer abc.DEF-123"',
    '"Authorization: Bearer abc.DEF-123"',
    "'abc.DEF-123'",
    'abc.\r\n  DEF-\n123',
    'Bearer\nabc.DEF-123',
    '\ufeffabc.DEF-123\u00a0',
  ])('finds the token in %j', (pasted) => {
    expect(cleanToken(pasted)).toEqual({ ok: true, value: 'abc.DEF-123' });
  });

  it.each([
    ['', 'no token'],
    [' \n ', 'no token'],
    ['""', 'no token'],
    ['Bearer', 'no token'],
    ['Authorization: Bearer ', 'no token'],
    ['my secret', 'space'],
    ['abc\u200bdef', 'U+200B'],
    ['abcdéf', 'U+00E9'],
    ['abc\u0000def', 'U+0000'],
    ['••••••••', 'U+2022'],
    ['🔑abc', 'U+1F511'],
    ['a'.repeat(4097), '4,097'],
  ])('refuses %j with the reason', (pasted, reason) => {
    const cleaned = cleanToken(pasted);
    expect(cleaned).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    if (!cleaned.ok) expect(cleaned.error.message).toContain(reason);
  });

  const odd = fc.constantFrom('a', 'B', '7', '.', '=', '\u0000', '\u00a0', '\u200b', '\ufeff', 'é', '🔑');
  const wrapping = fc.constantFrom('"', "'", ' ', '\n', 'Bearer ', 'Authorization:', 'BEARER\t', '`');

  it('gives what a header can carry, and cleaning it again changes nothing', () => {
    const pasted = fc.array(fc.oneof(wrapping, odd)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pasted, (text) => {
        const cleaned = cleanToken(text);
        if (!cleaned.ok) return;
        expect(cleaned.value).toMatch(/^[\x21-\x7e]+$/);
        expect(cleanToken(cleaned.value)).toEqual(cleaned);
      }),
    );
  });

  it('finds every token under every wrapping', () => {
    const token = fc
      .stringMatching(/^[A-Za-z0-9._~+/=-]{1,60}$/)
      .filter((text) => !/^(bearer|authorization)$/i.test(text));
    fc.assert(
      fc.property(fc.array(wrapping), token, (around, inner) => {
        expect(cleanToken(`${around.join('')}${inner}\n`)).toEqual({ ok: true, value: inner });
      }),
    );
  });

  it('never repeats the token in a refusal', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{8,20}$/), (secret) => {
        expect(JSON.stringify(cleanToken(`${secret} ${secret}`))).not.toContain(secret);
      }),
    );
  });
});
