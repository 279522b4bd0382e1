import { describe, expect, it } from 'vitest';
import { firstChoices, type ImportChoices, type ImportComparison } from '../../core/import/import-comparison.ts';
import { nothingFound } from '../testing/fake-import-main.ts';
import { applyLabel, effectOf, phraseEffect, phraseOutcome } from './phrase-outcome.ts';

const of = (total: number) => ({ total, first: [] });
const comparison: ImportComparison = {
  ...nothingFound,
  added: of(1_204),
  renamed: of(1),
  unchanged: 1,
  missing: of(12),
  errors: of(2),
  repairs: { total: 3, first: [], lines: [4, 5, 6] },
  suspects: of(1),
};
const updating: ImportChoices = { ...firstChoices, mode: 'update and add', leaveOutErrors: true, repairs: [4] };

describe('the effect of an import', () => {
  it('of updating is said in exact numbers', () => {
    const effect = effectOf(comparison, updating);
    expect(applyLabel('readers', effect)).toBe('Import 1,205 readers');
    expect(phraseEffect('readers', effect)).toEqual([
      '1,204 readers are added.',
      '1 reader is renamed.',
      '1 reader stays the same.',
      '12 readers that are not in the file stay in the list.',
      '1 damaged ID is repaired.',
      '3 IDs that look damaged are taken as in the file.',
      '1 line of the file is not taken for readers.',
      '2 rows with errors are left out.',
    ]);
  });

  it('of replacing names the button by what goes', () => {
    const effect = effectOf(comparison, { ...updating, mode: 'replace' });
    expect(applyLabel('readers', effect)).toBe('Replace the list: remove 12');
    expect(phraseEffect('cameras', effect)).toContain('12 cameras that are not in the file are removed.');
    expect(phraseEffect('cameras', effect)).toContain('1 camera is changed.');
  });
});

describe('what became of an import', () => {
  it('names the kinds that occurred, and what was left out', () => {
    const outcome = { kind: 'imported', added: 0, renamed: 3, removed: 1_200, leftOut: 1 } as const;
    expect(phraseOutcome('readers', outcome)).toBe(
      'Imported: 3 readers renamed, 1,200 removed. 1 row with errors was left out.',
    );
  });

  it('is nothing where the list had all of it', () => {
    expect(phraseOutcome('cameras', { kind: 'same' })).toBe('Nothing to change: the list has all of it already.');
  });
});
