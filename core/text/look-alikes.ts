// Letters that look the same in print, as Unicode's list of confusables has them. Small letters only where they do.
const pairs: readonly (readonly [script: RegExp, latin: string, other: string])[] = [
  [/\p{Script=Cyrillic}/u, 'ABCEHIJKMOPSTXYaceijopsxyh', 'АВСЕНІЈКМОРЅТХУасеіјорѕхуһ'],
  [/\p{Script=Greek}/u, 'ABEZHIKMNOPTYXo', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'],
];

type Twins = ReadonlyMap<string, string>;

const alphabets = pairs.map(([script, latin, other]) => {
  const [latins, others] = [[...latin], [...other]];
  const toLatin: Twins = new Map(others.map((letter, at) => [letter, latins[at] ?? letter]));
  const fromLatin: Twins = new Map(latins.map((letter, at) => [letter, others[at] ?? letter]));
  return { script, toLatin, fromLatin };
});

/** Small letters by the Latin ones they are taken for, in either size. */
const smallTwins: Twins = new Map(
  alphabets.flatMap(({ toLatin }) => [...toLatin].map(([other, latin]) => [other.toLowerCase(), latin.toLowerCase()])),
);
const hasSmallTwin = new RegExp(`[${[...smallTwins.keys()].join('')}]`, 'gu');

/** Whether a letter looks like one of another alphabet; only those that do not tell for sure which alphabet is meant. */
export function hasTwin(letter: string): boolean {
  return alphabets.some(({ toLatin, fromLatin }) => toLatin.has(letter) || fromLatin.has(letter));
}

const isLatin = (letter: string) => /\p{Script=Latin}/u.test(letter);
const words = /[\p{L}\p{M}]+/gu;

/** A text in small letters with every letter in Latin that looks like a Latin one: equal for texts that look equal. */
export function asLatin(lowerCase: string): string {
  return lowerCase.replace(hasSmallTwin, (letter) => smallTwins.get(letter) ?? letter);
}

/** The first word that is in another alphabet than the rest but does not look so: a Cyrillic “А” in “Gate А”. */
export function wordInDisguise(text: string): string | undefined {
  const isDisguised = disguiseOf(text)?.isDisguised;
  return isDisguised && text.match(words)?.find((word) => isDisguised([...word]));
}

/** Words that mix alphabets, or look like another one, written in the one that is meant. Others stay as they are. */
export function inOneAlphabet(text: string): string {
  const disguise = disguiseOf(text);
  return text.replace(words, (word) => {
    const letters = [...word];
    const twins = disguise?.isDisguised(letters) ? disguise.twins : twinsOfMixed(letters);
    return twins ? letters.map((letter) => twins.get(letter) ?? letter).join('') : word;
  });
}

interface Disguise {
  readonly isDisguised: (letters: readonly string[]) => boolean;
  /** The letters that are meant by those of such a word. */
  readonly twins: Twins;
}

/** Which words of a text only look like its others; null where it does not show which alphabet is meant. */
function disguiseOf(text: string): Disguise | null {
  const letters = [...text];
  const latin = letters.filter(isLatin);
  if (latin.length === 0) return null;
  for (const { script, toLatin, fromLatin } of alphabets) {
    const others = letters.filter((letter) => script.test(letter));
    const isSurelyLatin = latin.some((letter) => !fromLatin.has(letter));
    const isSurelyOther = others.some((letter) => !toLatin.has(letter));
    if (others.length === 0 || isSurelyLatin === isSurelyOther) continue;
    if (isSurelyLatin) return { isDisguised: (word) => word.every((letter) => toLatin.has(letter)), twins: toLatin };
    // Latin abbreviations, such as PC and IT, are at home in every language.
    return { isDisguised: (word) => word.length === 1 && fromLatin.has(word[0] ?? ''), twins: fromLatin };
  }
  return null;
}

/** What the letters of a word that mixes alphabets are meant to be, where all of them fit only one of the two. */
function twinsOfMixed(letters: readonly string[]): Twins | null {
  const latin = letters.filter(isLatin);
  if (latin.length === 0 || latin.length === letters.length) return null;
  const foreign = letters.filter((letter) => !isLatin(letter));
  const home = alphabets.find(({ toLatin }) => foreign.some((letter) => toLatin.has(letter)));
  if (!home) return null;
  const fitsLatin = foreign.every((letter) => home.toLatin.has(letter));
  const fitsOther = latin.every((letter) => home.fromLatin.has(letter));
  if (fitsLatin === fitsOther) return null;
  return fitsLatin ? home.toLatin : home.fromLatin;
}
