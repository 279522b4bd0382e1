import type { Camera, PlannedReader } from '../cameras/camera.ts';
import type { CameraPlan } from '../cameras/camera-plan.ts';
import { everyWord, likeness, type NamedPlace, nameMatch, saysAll, Vocabulary, wordWeights } from './name-match.ts';
import { WordIndex } from './word-index.ts';

/** A reader that a camera may well see, by their names. Only the person applies it. */
export interface Suggestion {
  readonly camera: Camera;
  readonly reader: PlannedReader;
  readonly reason: SuggestionReason;
  /** 0 to 1: how much of what the two are called is the same, rare words counting more. */
  readonly score: number;
}

/** What the two have in common, as the reader's name writes it. */
export interface SuggestionReason {
  readonly words: readonly string[];
  /** Numbers and single letters that both names have. */
  readonly marks: readonly string[];
  /** The camera's site where the reader's name speaks of it. */
  readonly site: string | null;
}

/** How many suggestions a reader, or a camera, without the other gets at most; and how far they may fall behind its best. */
const most = 3;
const nearBest = 0.85;
const leastScore = 0.45;

/**
 * Suggests cameras for readers that none sees, then readers for cameras left without one; best first. `readers`: the list.
 * Answers at once; for long lists `Suggester` lets the window paint in between.
 */
export function suggestViews(plan: CameraPlan, readers: readonly PlannedReader[]): readonly Suggestion[] {
  const steps = new Suggester().suggest(plan, readers);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Suggests for one plan again and again as it moves on: names are taken apart anew only where they changed. */
export class Suggester {
  private last: Places | null = null;

  /** `suggestViews` in steps of a few milliseconds each; whoever runs it decides when the next one is due. */
  *suggest(plan: CameraPlan, readers: readonly PlannedReader[]): Generator<undefined, readonly Suggestion[]> {
    const { cameras } = plan;
    const isKnown = this.last?.cameras === cameras && this.last.readers === readers;
    const places = isKnown && this.last ? this.last : yield* placesOf(cameras, readers);
    this.last = places;
    return yield* search(plan, places);
  }
}

/** What cameras and readers are called, ready to be compared. */
interface Places {
  readonly cameras: ReadonlyMap<string, Camera>;
  readonly readers: readonly PlannedReader[];
  readonly cameraPlaces: Indexed;
  readonly readerPlaces: Indexed;
  readonly weights: Float64Array;
}

function* placesOf(
  cameras: ReadonlyMap<string, Camera>,
  readers: readonly PlannedReader[],
): Generator<undefined, Places> {
  const vocabulary = new Vocabulary();
  const cameraPlaces = yield* indexed([...cameras.values()], vocabulary);
  const readerPlaces = yield* indexed(readers, vocabulary);
  const weights = wordWeights(vocabulary, cameraPlaces.index, readerPlaces.index);
  return { cameras, readers, cameraPlaces, readerPlaces, weights };
}

function* search(
  plan: CameraPlan,
  { readers, cameraPlaces, readerPlaces, weights }: Places,
): Generator<undefined, readonly Suggestion[]> {
  const cameras = [...plan.cameras.values()];
  const seen = yield* readersInView(plan);
  const best = new BestPairs();
  const rate = (cameraAt: number, readerAt: number): Pair => {
    const [camera, reader] = [cameraPlaces.places[cameraAt], readerPlaces.places[readerAt]];
    if (!camera || !reader) return { cameraAt, readerAt, score: 0, isWhole: false };
    return { cameraAt, readerAt, score: likeness(camera, reader, weights), isWhole: saysAll(camera, reader) };
  };

  let searches = 0;
  for (const [readerAt, reader] of readers.entries()) {
    const place = readerPlaces.places[readerAt];
    if (!place || seen.has(reader.id)) continue;
    best.keep(cameraPlaces.index.nearest(everyWord(place)).map((cameraAt) => rate(cameraAt, readerAt)));
    searches += 1;
    if (searches % searchesPerStep === 0) yield;
  }
  for (const [cameraAt, camera] of cameras.entries()) {
    const place = cameraPlaces.places[cameraAt];
    if (!place || plan.views.has(camera.id) || best.hasCamera(cameraAt)) continue;
    best.keep(readerPlaces.index.nearest(everyWord(place)).map((readerAt) => rate(cameraAt, readerAt)));
    searches += 1;
    if (searches % searchesPerStep === 0) yield;
  }

  const suggestions: Suggestion[] = [];
  for (const { cameraAt, readerAt, score } of best.ranked()) {
    const [camera, reader] = [cameras[cameraAt], readers[readerAt]];
    const [cameraPlace, readerPlace] = [cameraPlaces.places[cameraAt], readerPlaces.places[readerAt]];
    if (!camera || !reader || !cameraPlace || !readerPlace) continue;
    const { words, marks, sharesSite } = nameMatch(cameraPlace, readerPlace);
    suggestions.push({ camera, reader, score, reason: { words, marks, site: sharesSite ? camera.site : null } });
    if (suggestions.length % namesPerStep === 0) yield;
  }
  return suggestions;
}

/** `Both names say Lobby and North; the site is Zürich`. */
export function phraseReason({ words, marks, site }: SuggestionReason): string {
  const common = [...words, ...marks];
  const last = common.at(-1) ?? '';
  const names = common.length > 1 ? `${common.slice(0, -1).join(', ')} and ${last}` : last;
  return `Both names say ${names}${site === null ? '' : `; the site is ${site}`}`;
}

const namesPerStep = 500;
const searchesPerStep = 100;

interface Pair {
  readonly cameraAt: number;
  readonly readerAt: number;
  readonly score: number;
  /** The camera is called all that the reader is. */
  readonly isWhole: boolean;
}

/** The pairs worth suggesting. */
class BestPairs {
  private readonly pairs: Pair[] = [];
  private readonly cameras = new Set<number>();

  /** Takes the best of the pairs that one reader, or one camera, could be in: beside a whole match a partial one is none. */
  keep(pairs: Pair[]): void {
    const whole = pairs.filter(({ isWhole }) => isWhole);
    const ranked = (whole.length > 0 ? whole : pairs).sort(byScore);
    const best = ranked[0]?.score ?? 0;
    for (const pair of ranked.slice(0, most)) {
      if (pair.score < Math.max(leastScore, best * nearBest)) break;
      this.pairs.push(pair);
      this.cameras.add(pair.cameraAt);
    }
  }

  hasCamera(cameraAt: number): boolean {
    return this.cameras.has(cameraAt);
  }

  ranked(): Pair[] {
    return this.pairs.toSorted(byScore);
  }
}

const byScore = (a: Pair, b: Pair) => b.score - a.score;

interface Indexed {
  readonly places: readonly NamedPlace[];
  readonly index: WordIndex;
}

function* indexed(
  named: readonly { readonly name: string; readonly site?: string }[],
  vocabulary: Vocabulary,
): Generator<undefined, Indexed> {
  const places: NamedPlace[] = [];
  const index = new WordIndex();
  for (const { name, site = '' } of named) {
    const place = vocabulary.take(name, site);
    places.push(place);
    index.add(everyWord(place));
    if (places.length % namesPerStep === 0) yield;
  }
  return { places, index };
}

function* readersInView({ views }: CameraPlan): Generator<undefined, ReadonlySet<string>> {
  const seen = new Set<string>();
  let looked = 0;
  for (const view of views.values()) {
    for (const id of view) seen.add(id);
    looked += 1;
    if (looked % namesPerStep === 0) yield;
  }
  return seen;
}
