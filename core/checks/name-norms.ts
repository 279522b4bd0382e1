import type { ReaderIssue } from './reader-issue.ts';

// What is "usual" is for the list to say: a word that many names have, a length that most of them have.
const leastNames = 20;
const leastUses = 5;
/** A usual word is at least so many times as frequent as its misspelling. */
const usesPerSlip = 10;
/** Shorter words are too often one letter apart by right: "East", "West". */
const wordPattern = /\p{L}[\p{L}\p{M}]{4,}/gu;
/** Longer ones are no words, and would be long work. */
const longestWord = 30;
const longestLength = 1_000;
/**
 * How many times the spread of the middle half of all lengths a name may lie outside it (Tukey's far out). It must be half
 * as short or twice as long, too.
 */
const farOut = 3;
const leastSpread = 4;

/** What is usual in the names of one list. `learn` every name, then `settle`; after that it can be asked about any. */
export class NameNorms {
  private readonly lengths: number[] = [];
  private readonly uses = new Map<string, number>();
  /** Usual words, each also by what is left of it without one of its inner letters. */
  private readonly usual = new Map<string, string[]>();
  private range: LengthRange | null = null;

  learn(name: string): void {
    if (name === '') return;
    const length = Math.min(name.length, longestLength);
    this.lengths[length] = (this.lengths[length] ?? 0) + 1;
    for (const word of wordsOf(name)) this.uses.set(word, (this.uses.get(word) ?? 0) + 1);
  }

  /** Draws the conclusions from what was learnt, in short steps: a list can have as many words as names. */
  *settle(): Generator<undefined> {
    this.range = usualRange(this.lengths);
    for (const [word, uses] of this.uses) {
      yield;
      // A word used once is as good as one never seen.
      if (uses === 1) this.uses.delete(word);
      if (uses < leastUses) continue;
      for (const form of slipForms(word)) {
        const words = this.usual.get(form);
        if (words) words.push(word);
        else this.usual.set(form, [word]);
      }
    }
  }

  issuesOf(name: string): readonly ReaderIssue[] {
    const issues: ReaderIssue[] = [];
    for (const word of wordsOf(name)) {
      const usual = this.usualWord(word);
      if (usual === undefined) continue;
      issues.push({ code: 'misspelt name', severity: 'warns', word, usual });
      break;
    }
    const { range } = this;
    if (range && name !== '' && (name.length < range.least || name.length > range.most)) {
      const { half } = range;
      issues.push({ code: 'unusual name length', severity: 'warns', characters: [...name].length, half });
    }
    return issues.length > 0 ? issues : none;
  }

  private usualWord(word: string): string | undefined {
    const uses = this.uses.get(word) ?? 1;
    if (uses >= leastUses) return undefined;
    for (const form of slipForms(word)) {
      const found = this.usual
        .get(form)
        ?.find((usual) => (this.uses.get(usual) ?? 0) >= uses * usesPerSlip && isOneSlip(word, usual));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const none: readonly ReaderIssue[] = [];

function wordsOf(name: string): readonly string[] {
  const words = name.toLowerCase().normalize('NFC').match(wordPattern) ?? [];
  return words.filter(({ length }) => length <= longestWord);
}

/** The word, and what is left of it without each of its inner letters. Two words one slip apart share one of these. */
function* slipForms(word: string): Generator<string> {
  yield word;
  for (let at = 1; at < word.length - 1; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/** Whether one inner letter was left out, added, mistaken for another, or swapped with its neighbour. */
function isOneSlip(word: string, usual: string): boolean {
  if (word === usual) return false;
  let start = 0;
  while (start < word.length && word[start] === usual[start]) start += 1;
  let end = 0;
  const most = Math.min(word.length, usual.length) - start;
  while (end < most && word.at(-1 - end) === usual.at(-1 - end)) end += 1;
  if (start === 0 || end === 0) return false;
  const left = word.slice(start, word.length - end);
  const right = usual.slice(start, usual.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === `${right[1]}${right[0]}`;
}

interface LengthRange {
  /** Lengths below and above these are far out. */
  readonly least: number;
  readonly most: number;
  /** From and to where the middle half of all names lies. */
  readonly half: readonly [from: number, to: number];
}

function usualRange(lengths: readonly number[]): LengthRange | null {
  const total = lengths.reduce((sum, count) => sum + count, 0);
  if (total < leastNames) return null;
  const half = [quantile(lengths, total / 4), quantile(lengths, (total * 3) / 4)] as const;
  const spread = farOut * Math.max(leastSpread, half[1] - half[0]);
  return { least: Math.min(half[0] - spread, half[0] / 2), most: Math.max(half[1] + spread, half[1] * 2), half };
}

/** The length that so many names have at most. */
function quantile(lengths: readonly number[], rank: number): number {
  let seen = 0;
  for (let length = 0; length < lengths.length; length += 1) {
    seen += lengths[length] ?? 0;
    if (seen >= rank) return length;
  }
  return lengths.length - 1;
}
