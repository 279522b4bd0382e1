import { expect, it } from 'vitest';
import { phraseNote, phraseRowError } from './phrase-import.ts';

it('says of one line and of many what is odd about them, and where it begins', () => {
  expect(phraseNote({ code: 'uneven lines', lines: 1, first: 12 })).toMatch(/^1 line has .* \(first line 12\)/);
  expect(phraseNote({ code: 'undecodable characters', lines: 1_204, first: 3 })).toMatch(/on 1,204 lines .* line 3/);
  expect(phraseNote({ code: 'blank lines skipped', lines: 2 })).toBe('2 lines were blank and skipped.');
});

it('names the other line of an ID that repeats', () => {
  const error = { line: 4, code: 'id repeats', id: 'A', name: 'B', otherLine: 1_003 } as const;
  expect(phraseRowError(error)).toBe('Line 1,003 has the same ID with another name.');
});
