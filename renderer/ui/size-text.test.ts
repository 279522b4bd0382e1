import { expect, it } from 'vitest';
import { sizeText } from './size-text.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [118, '118 bytes'],
  [58_213, '58 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_482_000, '1.5 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
