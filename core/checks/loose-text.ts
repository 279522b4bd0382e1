import { asLatin } from '../text/look-alikes.ts';

/** Texts with the same fold differ in case, spaces, invisible characters, look-alike letters or Unicode form alone. */
export function looseFold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/\s+/g, '');
  return asLatin(text.normalize('NFKC').toLowerCase()).replace(unseen, '');
}

/**
 * A number below 2³⁰ that is the same for texts with the same fold, and almost never for others. It is worked out letter
 * by letter without making the fold, which counts in a list of 100,000.
 */
export function looseKey(text: string): number {
  let key = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const folded = folds[unit] || learnFold(unit);
    if (folded === inContext) return keyOfFold(looseFold(text));
    if (folded !== dropped) key = Math.imul(key ^ folded, prime);
  }
  return key >>> 2;
}

const ascii = /^[\0-\x7f]*$/;
const unseen = /[\s\p{Cf}]+/gu;

// What each UTF-16 unit folds to, learnt when it is first met: 0 is not learnt yet. U+FFFE and U+FFFF are no characters,
// and texts that hold them are folded as a whole, so these two numbers are free to mean something else.
const folds = new Uint16Array(0x10000);
const dropped = 0xfffe;
/** Folds one way beside some letters and another way beside others, or to several units. */
const inContext = 0xffff;

/** Marks and Hangul parts join the letter before them; a sigma looks at what comes after it. */
const joins = /[\p{M}\p{Cs}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u03a3\ufffe\uffff\0]/u;

function learnFold(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = looseFold(character);
  const isAlone = !joins.test(character) && !joins.test(folded) && folded.length <= 1;
  const learnt = isAlone ? (folded === '' ? dropped : folded.charCodeAt(0)) : inContext;
  folds[unit] = learnt;
  return learnt;
}

// FNV-1a, on units instead of bytes.
const start = 0x811c9dc5;
const prime = 0x01000193;

function keyOfFold(fold: string): number {
  let key = start;
  for (let index = 0; index < fold.length; index += 1) key = Math.imul(key ^ fold.charCodeAt(index), prime);
  return key >>> 2;
}
