import type { Camera, PlannedReader } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import { foldText } from '../../core/text/fold-text.ts';

/** Cameras and readers never change, a renamed one is another: each is folded once. */
const folded = new WeakMap<object, string>();

const textOf = (thing: object, ...parts: readonly string[]): string => {
  const known = folded.get(thing);
  if (known !== undefined) return known;
  const text = foldText(parts.join('\n'));
  folded.set(thing, text);
  return text;
};

/** What a reader is found by: its name and its id. */
export const readerText = (reader: PlannedReader): string => textOf(reader, reader.name, reader.id);

/** What a camera is found by: its name, site and id. */
export const cameraText = (camera: Camera): string => textOf(camera, camera.name, camera.site, camera.id);

const foldedPerStep = 200;

/** Folds what is not yet, a step of well under a millisecond at a time, so that the first key of a filter need not. */
export function* foldAhead(cameras: readonly Camera[], readers: readonly PlannedReader[]): Generator<undefined, void> {
  for (const [at, camera] of cameras.entries()) {
    cameraText(camera);
    if (at % foldedPerStep === 0) yield;
  }
  for (const [at, reader] of readers.entries()) {
    readerText(reader);
    if (at % foldedPerStep === 0) yield;
  }
}

/** The readers that have every word (of `filterWords`) in what they are found by. */
export function readersWith<R extends PlannedReader>(readers: readonly R[], words: readonly string[]): readonly R[] {
  if (words.length === 0) return readers;
  return readers.filter((reader) => words.every((word) => readerText(reader).includes(word)));
}

/** What of a plan the filter looks at, each told apart by being one object. */
interface Filtered {
  readonly cameras: readonly Camera[];
  readonly views: CameraPlan['views'];
  readonly readers: { readonly of: (id: string) => PlannedReader };
}

interface Passed {
  readonly words: readonly string[];
  readonly cameras: readonly Camera[];
}

/**
 * The cameras that have every word of the filter themselves or see a reader that has. What each shorter filter left is
 * kept while it is made longer: a key typed looks only through what is in sight, a key taken back through nothing.
 */
export class CameraFilter {
  private of: Filtered | null = null;
  private steps: Passed[] = [];

  passing(filtered: Filtered, words: readonly string[]): readonly Camera[] {
    const { cameras, views, readers } = filtered;
    if (this.of?.cameras !== cameras || this.of.views !== views || this.of.readers !== readers) this.steps = [];
    this.of = filtered;
    this.steps = this.steps.filter((step) => step.words.every((known) => words.some((word) => word.includes(known))));
    const before = this.steps.at(-1);
    if (before && before.words.join(' ') === words.join(' ')) return before.cameras;
    const passing = camerasWith(filtered, before?.cameras ?? cameras, words);
    this.steps.push({ words, cameras: passing });
    return passing;
  }
}

function camerasWith({ views, readers }: Filtered, cameras: readonly Camera[], words: readonly string[]) {
  if (words.length === 0) return cameras;
  const hasAll = (text: string) => words.every((word) => text.includes(word));
  return cameras.filter((camera) => {
    if (hasAll(cameraText(camera))) return true;
    for (const id of views.get(camera.id) ?? []) if (hasAll(readerText(readers.of(id)))) return true;
    return false;
  });
}
