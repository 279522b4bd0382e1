// Letters that look the same in print, as Unicode's list of confusables has them. Small letters only where they do.
const pairs: readonly (readonly [latin: string, other: string])[] = [
  ['ABCEHIJKMOPSTXYaceijopsxyh', 'АВСЕНІЈКМОРЅТХУасеіјорѕхуһ'],
  ['ABEZHIKMNOPTYXo', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'],
];

const alphabets = pairs.map(([latin, other]) => {
  const [latins, others] = [[...latin], [...other]];
  return {
    toLatin: new Map(others.map((letter, at) => [letter, latins[at] ?? letter])),
    fromLatin: new Map(latins.map((letter, at) => [letter, others[at] ?? letter])),
  };
});

const isLatin = (letter: string) => /\p{Script=Latin}/u.test(letter);
const words = /[\p{L}\p{M}]+/gu;

/** Words that mix alphabets written in one, where all letters fit only one of them. Others stay as they are. */
export function inOneAlphabet(text: string): string {
  return text.replace(words, (word) => {
    const letters = [...word];
    const latin = letters.filter(isLatin);
    if (latin.length === 0 || latin.length === letters.length) return word;
    const foreign = letters.filter((letter) => !isLatin(letter));
    const home = alphabets.find(({ toLatin }) => foreign.some((letter) => toLatin.has(letter)));
    if (!home) return word;
    const fitsLatin = foreign.every((letter) => home.toLatin.has(letter));
    const fitsOther = latin.every((letter) => home.fromLatin.has(letter));
    if (fitsLatin === fitsOther) return word;
    const map = fitsLatin ? home.toLatin : home.fromLatin;
    return letters.map((letter) => map.get(letter) ?? letter).join('');
  });
}
