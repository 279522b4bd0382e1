import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-reader.ts';
import { cases } from '../testing/cases.ts';
import { isPlainText } from './plain-text.ts';
import { textIssues } from './text-issues.ts';

const oddUnits = fc.constantFrom(
  'a',
  'Б',
  'б',
  'α',
  'Ա',
  'Ꭰ',
  ' ',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\u1680',
  '–',
  '中',
  '7',
  'А',
  'Ж',
  'G',
  'Ω',
  'Α',
  'A',
  '\u034f',
  '\u2800',
);

describe('isPlainText', () => {
  it('never takes a text for plain that something is wrong with', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: oddUnits, maxLength: 6 })), (text) => {
        if (isPlainText(text)) expect(textIssues('name', text)).toEqual([]);
      }),
      { numRuns: cases(5000) },
    );
  });

  it('knows what nearly all ids and names look like', () => {
    const plain = [
      '00125',
      'Zürich – Labor Süd – Level 2',
      'Склад 7',
      'Πύλη 3',
      '中央入口',
      'North – Лифт',
      'Café · Bar / “Roof”',
    ];
    for (const text of plain) expect(isPlainText(text)).toBe(true);
  });
});
