/** Names by their words (numbers, as a `Vocabulary` gives them), to find those that have most in common with another. */
export class WordIndex {
  /** The words of all names, one name after the other: a search reads millions of them. */
  private readonly words: number[] = [];
  /** Where each name's words begin, and at last where the next one's will. */
  private readonly starts: number[] = [0];
  /** By word, the names that have it, by their place in the order they were added. */
  private readonly places: (number[] | undefined)[] = [];
  /** By word, how much it counts in the search under way. */
  private sought = new Float64Array(0);

  private get length(): number {
    return this.starts.length - 1;
  }

  /** Adds the next name. */
  add(words: readonly number[]): void {
    const at = this.length;
    for (const word of new Set(words)) {
      this.words.push(word);
      const places = this.places[word];
      if (places) places.push(at);
      else this.places[word] = [at];
    }
    this.starts.push(this.words.length);
  }

  has(word: number): boolean {
    return this.places[word] !== undefined;
  }

  /** How much a word tells: 0 for one that every name has, more the fewer have it. */
  rarity(word: number): number {
    return Math.log((this.length + 1) / (this.namesWith(word) + 1));
  }

  /** A few of the names that have the rarest of these words in common, by their place in the order they were added. */
  nearest(words: readonly number[]): number[] {
    const rarestFirst = words.filter((word) => this.has(word)).sort((a, b) => this.namesWith(a) - this.namesWith(b));
    if (this.sought.length < this.places.length) this.sought = new Float64Array(this.places.length);
    for (const word of rarestFirst) this.sought[word] = this.rarity(word);
    const best = new Best();
    let looked = 0;
    for (const word of rarestFirst) {
      const places = this.places[word] ?? [];
      // Names that share only common words are many and tell little: a search costs the same in a list of any length.
      if (looked > 0 && looked + places.length > mostLooked) break;
      looked += places.length;
      for (const at of places) best.offer(at, this.score(at));
    }
    for (const word of rarestFirst) this.sought[word] = 0;
    return best.places;
  }

  private score(at: number): number {
    const end = this.starts[at + 1] ?? 0;
    let score = 0;
    for (let each = this.starts[at] ?? end; each < end; each++) score += this.sought[this.words[each] ?? -1] ?? 0;
    return score;
  }

  private namesWith(word: number): number {
    return this.places[word]?.length ?? 0;
  }
}

/** How many names a search looks at, unless one word alone leads to more; and how many it hands on. */
const mostLooked = 200;
const candidates = 6;

/** The places with the highest scores, best first. */
class Best {
  readonly places: number[] = [];
  private readonly scores: number[] = [];

  offer(place: number, score: number): void {
    if (this.places.length === candidates && score <= (this.scores[candidates - 1] ?? 0)) return;
    if (this.places.includes(place)) return;
    let rank = Math.min(this.places.length, candidates - 1);
    for (; rank > 0 && (this.scores[rank - 1] ?? 0) < score; rank--) {
      this.places[rank] = this.places[rank - 1] ?? place;
      this.scores[rank] = this.scores[rank - 1] ?? score;
    }
    this.places[rank] = place;
    this.scores[rank] = score;
  }
}
