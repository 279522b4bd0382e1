import { describe, expect, it } from 'vitest';
import { counted, formatCount, latencyText, percentText, sizeText } from './amounts.ts';

describe('amounts', () => {
  it('counts things with separators and the right plural', () => {
    expect([0, 1, 1284].map((count) => counted(count, 'reader'))).toEqual(['0 readers', '1 reader', '1,284 readers']);
    expect(counted(2, 'entry', 'entries')).toBe('2 entries');
    expect(formatCount(1_000_000)).toBe('1,000,000');
  });

  it.each([
    [0, 0, '0%'],
    [0, 10, '0%'],
    [1, 10_000, '1%'],
    [1102, 1284, '86%'],
    [9_999, 10_000, '99%'],
    [10, 10, '100%'],
  ])('%i of %i is %s', (part, of, text) => {
    expect(percentText(part, of)).toBe(text);
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [118, '118 bytes'],
    [111_546, '112 KB'],
    [999_499, '999 KB'],
    [999_500, '1.0 MB'],
    [1_482_000, '1.5 MB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it.each([
    [4, '4 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [4_006, '4.0 s'],
  ])('%d ms are %s', (ms, text) => {
    expect(latencyText(ms)).toBe(text);
  });
});
