/** What a name says, taken apart for comparing: words by their stems, and what tells one of a kind from the next. */
export interface NameWords {
  /** Each once. */
  readonly stems: readonly string[];
  /** For each stem, the word as the name writes it. */
  readonly words: readonly string[];
  /** Numbers, and letters that stand alone: the 2 of `Turnstile 2` and of `L2`, the B of `Stairwell B`. Each once. */
  readonly marks: readonly string[];
}

/** Words that begin alike count as the same: `Stair` and `Stairwell`. Words shorter than three letters say nothing. */
const stemLength = 5;
const shortestWord = 3;

/** A number after one of these counts cameras and says nothing of the place: `Dock Cam 1`. */
const cameraWords = new Set(['cam', 'camera', 'kamera', 'camara', 'cctv', 'ptz']);

const number = /^\p{N}/u;

/** Takes a name apart. Case, accents, punctuation and leading zeros do not count. */
export function nameWords(name: string): NameWords {
  const stems: string[] = [];
  const words: string[] = [];
  const marks: string[] = [];
  const addWord = (stem: string, word: string) => {
    if (stems.includes(stem)) return;
    stems.push(stem);
    words.push(word);
  };
  const addMark = (mark: string) => {
    if (!marks.includes(mark)) marks.push(mark);
  };
  let afterCamera = false;
  // Letters and the digits they touch come together, so that the L of `L2` is seen to stand for a word.
  for (const [part] of name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const tokens = part.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
    for (const token of tokens) {
      const folded = fold(token);
      if (number.test(folded)) {
        if (!afterCamera) addMark(folded.replace(/^0+(?=.)/, ''));
      } else if (folded.length >= shortestWord) addWord(folded.slice(0, stemLength), token);
      else if (folded.length === 1 && tokens.length === 1) addMark(folded);
      afterCamera = cameraWords.has(folded);
    }
  }
  return { stems, words, marks };
}

const ascii = /^[\0-\x7f]*$/;

function fold(text: string): string {
  // Normalising costs much more than looking whether there is anything to normalise.
  const plain = ascii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase();
}
