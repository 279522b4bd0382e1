import { type NameWords, nameWords } from './name-words.ts';
import type { WordIndex } from './word-index.ts';

/** Words as numbers, the same for cameras and readers: comparing two names is the heart of a search. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  /** What a camera, or a reader, is called, as numbers. A reader has no site of its own. */
  take(name: string, site: string): NamedPlace {
    const inName = nameWords(name);
    const inSite = site === '' ? noWords : nameWords(site);
    return {
      name: inName,
      words: inName.stems.map((stem) => this.numberOf(stem)),
      marks: inName.marks.map((mark) => this.numberOf(mark)),
      site: inSite.stems.map((stem) => this.numberOf(stem)),
    };
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** What a camera or a reader is called: its name's words and marks, as it writes them and as numbers, and its site's. */
export interface NamedPlace {
  readonly name: NameWords;
  readonly words: readonly number[];
  readonly marks: readonly number[];
  readonly site: readonly number[];
}

export const everyWord = ({ words, marks, site }: NamedPlace) => [...words, ...site, ...marks];

/** A word that the other list never uses tells less about a match than one it does. */
const unknownWord = 0.3;
const markWeight = 1;

/** How much each word counts, by its number. */
export function wordWeights({ size }: Vocabulary, cameras: WordIndex, readers: WordIndex): Float64Array {
  return Float64Array.from({ length: size }, (_, word) => {
    const isKnown = cameras.has(word) && readers.has(word);
    return (cameras.rarity(word) + readers.rarity(word)) * (isKnown ? 1 : unknownWord);
  });
}

/**
 * How much of what a camera and a reader are called is the same, 0 to 1. 0 where one name's marks are not among the
 * other's (`Stair B L2`, `Stairwell B – Level 1`), and where no word of the camera's own name is shared.
 */
export function likeness(camera: NamedPlace, reader: NamedPlace, weights: Float64Array): number {
  const sharedMarks = countShared(camera.marks, reader.marks);
  if (sharedMarks < Math.min(camera.marks.length, reader.marks.length)) return 0;
  let shared = 0;
  let all = 0;
  let namesShare = false;
  for (const word of reader.words) {
    const weight = weights[word] ?? 0;
    const inName = camera.words.includes(word);
    all += weight;
    if (inName || camera.site.includes(word)) shared += weight;
    if (inName) namesShare = true;
  }
  if (!namesShare) return 0;
  for (const word of camera.words) all += reader.words.includes(word) ? 0 : (weights[word] ?? 0);
  for (const word of camera.site) {
    all += reader.words.includes(word) || camera.words.includes(word) ? 0 : (weights[word] ?? 0);
  }
  all += markWeight * (sharedMarks + unknownWord * (reader.marks.length - sharedMarks));
  shared += markWeight * sharedMarks;
  return all === 0 ? 0 : shared / all;
}

/** Whether a camera's name and site say all that a reader's name says, with the same numbers and letters. */
export function saysAll(camera: NamedPlace, reader: NamedPlace): boolean {
  return (
    camera.marks.length === reader.marks.length &&
    countShared(camera.marks, reader.marks) === reader.marks.length &&
    reader.words.every((word) => camera.words.includes(word) || camera.site.includes(word))
  );
}

/** What a camera and a reader have in common, as the reader's name writes it. */
export interface NameMatch {
  readonly words: readonly string[];
  /** Numbers and single letters that both names have. */
  readonly marks: readonly string[];
  /** Whether the reader's name speaks of the camera's site. */
  readonly sharesSite: boolean;
}

export function nameMatch(camera: NamedPlace, reader: NamedPlace): NameMatch {
  return {
    words: reader.name.words.filter((_, at) => camera.words.includes(reader.words[at] ?? -1)),
    marks: reader.name.marks.filter((mark) => camera.name.marks.includes(mark)).map((mark) => mark.toUpperCase()),
    sharesSite: camera.site.some((word) => reader.words.includes(word)),
  };
}

const noWords = nameWords('');

function countShared(one: readonly number[], other: readonly number[]): number {
  let shared = 0;
  for (const each of one) {
    if (other.includes(each)) shared += 1;
  }
  return shared;
}
