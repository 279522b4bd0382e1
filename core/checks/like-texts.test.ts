import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-reader.ts';
import { cases } from '../testing/cases.ts';
import { LikeTexts } from './like-texts.ts';
import { looseFold, looseKey } from './loose-text.ts';

const fewTexts = fc.constantFrom(undefined, '', 'A1', 'a1', 'A 1', 'A\u200b1', 'Ａ1', 'B2', 'Σ', 'ς', 'А1');
const someChanges = fc.array(fc.tuple(fc.nat(6), fewTexts), { maxLength: 30 });

describe('LikeTexts', () => {
  it('says the same after following changes as a look at all texts', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const followed = new LikeTexts();
        const texts: (string | undefined)[] = [];
        for (const [row, text] of changes) {
          followed.set(row, text);
          texts[row] = text;
        }
        texts.forEach((text, row) => {
          if (!text) return;
          const others = texts.filter((other, place) => other && place !== row);
          const near = others.filter((other) => other !== text && looseFold(other ?? '') === looseFold(text));
          const { same, near: found } = followed.likeness(row, text);
          expect(same).toBe(1 + others.filter((other) => other === text).length);
          expect(found === null ? near.length === 0 : near.includes(found)).toBe(true);
        });
      }),
    );
  });

  it('says what a text would share that a row does not have yet', () => {
    const ids = new LikeTexts();
    ids.set(0, 'A1');
    ids.set(1, 'a1');
    expect(ids.likeness(2, 'A1')).toEqual({ same: 2, near: 'a1' });
    expect(ids.likeness(0, 'a1')).toEqual({ same: 2, near: null });
    expect(ids.likeness(0, 'B2')).toEqual({ same: 1, near: null });
    expect(ids.likeness(0, '')).toEqual({ same: 1, near: null });
  });

  it('leads from a row to those that have to do with it', () => {
    const ids = new LikeTexts();
    for (const [row, text] of ['A1', 'B2', 'a 1'].entries()) ids.set(row, text);
    expect([...ids.rowsOf(ids.keyOf(0) ?? -1)]).toEqual([0, 2]);
    ids.set(0, undefined);
    expect([...ids.rowsOf(ids.keyOf(2) ?? -1)]).toEqual([2]);
    expect(ids.keyOf(0)).toBeUndefined();
  });
});

describe('looseKey', () => {
  const folded = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        'Σ',
        'σ',
        'İ',
        'ſ',
        'ﬁ',
        '\u0301',
        'e',
        'ᄀ',
        'ᅡ',
        'ᆨ',
        '각',
        ' ',
        '\u200b',
        '\0',
        '–',
        'Ü',
        'K',
        'В',
        'η',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });

  it('is the same for a text, its fold and its other Unicode forms', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, folded), (text) => {
        const alike = [looseFold(text), text.normalize('NFD'), text.normalize('NFKC'), ` ${text}\u200b`];
        for (const other of alike) {
          if (looseFold(other) === looseFold(text)) expect(looseKey(other)).toBe(looseKey(text));
        }
      }),
      { numRuns: cases(2000) },
    );
  });

  it('tells 100,000 similar texts apart but for a few', () => {
    const keys = new Set(Array.from({ length: 100_000 }, (_, index) => looseKey(`Reader ${index}`)));
    expect(keys.size).toBeGreaterThan(99_900);
  });
});
