import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../core/testing/cases.ts';
import { decodeText } from './decode-text.ts';

const text = 'ID;Name\r\n00124;Tür Süd – 1. OG „Ost“ €\r\n';

function encode(value: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(value, 'utf8');
    case 'utf-16le':
      return Buffer.from(value, 'utf16le');
    case 'utf-16be':
      return Buffer.from(value, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(value, (character) => ansi.get(character) ?? character.charCodeAt(0));
  }
}

const ansi = new Map([
  ['–', 0x96],
  ['„', 0x84],
  ['“', 0x93],
  ['€', 0x80],
]);

it.each([['utf-8'], ['utf-16le'], ['utf-16be'], ['windows-1252']] as const)('detects %s by itself', (encoding) => {
  expect(decodeText(encode(text, encoding), null)).toMatchObject({ text, encoding, hasMark: false });
});

it.each([['utf-8'], ['utf-16le'], ['utf-16be']] as const)('detects %s by its mark, and leaves that out', (encoding) => {
  expect(decodeText(encode(`\ufeff${text}`, encoding), null)).toMatchObject({ text, encoding, hasMark: true });
});

it('reads in the encoding that was chosen, whatever it looks like', () => {
  expect(decodeText(encode('Tür', 'utf-8'), 'windows-1252')?.text).toBe('TÃ¼r');
  expect(decodeText(encode('Tür', 'windows-1252'), 'utf-8')?.text).toBe('T\ufffdr');
  expect(decodeText(encode('\ufeffTür', 'utf-8'), 'windows-1252')?.hasMark).toBe(false);
});

it('takes bytes that are no text for none', () => {
  expect(decodeText(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0, 2, 0, 0x3e), null)).toBeNull();
});

it('gives back every text that an encoding can carry', () => {
  const wellFormed = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(wellFormed, fc.constantFrom('utf-8' as const, 'utf-16le', 'utf-16be'), (value, encoding) => {
      expect(decodeText(encode(`\ufeff${value}`, encoding), null)).toMatchObject({
        text: value,
        encoding,
        hasMark: true,
      });
    }),
  );
});

it('reads every byte of Windows-1252, and shows the five that it leaves open as what they are', () => {
  const upper = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
  const text = decodeText(upper, 'windows-1252')?.text ?? '';
  expect(text.slice(0, 32)).toBe('€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ');
  expect(text.slice(32)).toBe(Buffer.from(upper.subarray(32)).toString('latin1'));
});

it('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      decodeText(bytes, null);
    }),
    { numRuns: cases(1_000) },
  );
});
