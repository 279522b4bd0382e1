import type { LetterCase } from './rename-rule.ts';

/**
 * The name in other letters. Title and sentence case leave alone what is written its own way for a reason: words with
 * digits (`2B`), short words in capitals (`HVAC`) unless the whole name is, and words with capitals inside (`McGill`).
 */
export function changeCase(name: string, to: LetterCase): string {
  // Not by the system's language: a Turkish PC would turn "LIFT" into "lıft".
  if (to === 'lower') return name.toLowerCase();
  if (to === 'upper') return name.toUpperCase();
  const isShouted = name === name.toUpperCase();
  let isFirst = true;
  return name.replace(words, (word) => {
    const isCapital = to === 'title' || isFirst;
    isFirst = false;
    if (isItsOwn(word, isShouted)) return word;
    return isCapital ? capitalized(word) : word.toLowerCase();
  });
}

const words = /[\p{L}\p{M}\p{N}'’]+/gu;
const longestAcronym = 4;

function isItsOwn(word: string, isShouted: boolean): boolean {
  if (/\p{N}/u.test(word)) return true;
  if (isShouted) return false;
  const isAcronym = word.length <= longestAcronym && word.length > 1 && word === word.toUpperCase();
  return isAcronym || /\p{Ll}.*\p{Lu}/u.test(word);
}

function capitalized(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
}
