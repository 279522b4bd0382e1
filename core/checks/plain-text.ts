import { hasTwin } from '../text/look-alikes.ts';

/**
 * Whether a text has nothing that `textIssues` could find: one step for each character, since nearly all ids and names
 * are plain and lists are long. False may still turn out to be fine.
 */
export function isPlainText(text: string): boolean {
  let state = afterSpace;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const kind = kinds[unit] || learnKind(unit);
    seen |= 1 << kind;
    state = steps[(state << 3) | (kind & ~ownLetter)] ?? stop;
    if (state === stop) return false;
  }
  if (mayBeDisguised(seen, greek) || mayBeDisguised(seen, likeLatin)) return false;
  return state !== afterSpace || text === '';
}

// Kinds of characters.
const space = 1;
const noLetter = 2;
/** Of an alphabet that looks like no other here. */
const anyLetter = 3;
const latin = 4;
const greek = 5;
const likeLatin = 6;
/** To be looked at with more than one character in view. */
const suspect = 7;
/** Set beside the kind of a letter that looks like none of another alphabet. */
const ownLetter = 8;

// What the characters so far come to.
const afterSpace = 0;
const inText = 1;
const inLatin = 2;
const inGreek = 3;
const inLikeLatin = 4;
const stop = 5;

/** From each state by each kind to the next. A second space, or a word in two alphabets, is the end. */
const steps = Uint8Array.from(
  [
    [stop, stop, inText, inText, inLatin, inGreek, inLikeLatin, stop],
    [stop, afterSpace, inText, inText, inLatin, inGreek, inLikeLatin, stop],
    [stop, afterSpace, inText, inLatin, inLatin, stop, stop, stop],
    [stop, afterSpace, inText, inGreek, stop, inGreek, stop, stop],
    [stop, afterSpace, inText, inLikeLatin, stop, stop, inLikeLatin, stop],
  ].flat(),
);

/** Whether words of this alphabet and Latin ones may be taken for each other; not where each has letters of its own. */
function mayBeDisguised(seen: number, other: number): boolean {
  const has = (kind: number) => (seen & (1 << kind)) !== 0;
  const hasOwn = has(latin | ownLetter) && has(other | ownLetter);
  return !hasOwn && (has(latin) || has(latin | ownLetter)) && (has(other) || has(other | ownLetter));
}

/** The kind of each UTF-16 unit, learnt when it is first met; 0 is not learnt yet. */
const kinds = new Uint8Array(0x10000);

function learnKind(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (character === ' ') return space;
  if (/[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(character)) return suspect;
  if (!/[\p{L}\p{M}]/u.test(character)) return noLetter;
  const own = hasTwin(character) ? 0 : ownLetter;
  if (/\p{Script=Latin}/u.test(character)) return latin | own;
  if (/\p{Script=Greek}/u.test(character)) return greek | own;
  if (/\p{Script=Cyrillic}/u.test(character)) return likeLatin | own;
  return /[\p{Script=Armenian}\p{Script=Cherokee}]/u.test(character) ? likeLatin : anyLetter;
}
