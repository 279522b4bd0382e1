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

/** The cameras that have every word themselves or see a reader that has. */
export function camerasWith(
  cameras: readonly Camera[],
  words: readonly string[],
  { views }: Pick<CameraPlan, 'views'>,
  readerOf: (id: string) => PlannedReader,
): readonly Camera[] {
  if (words.length === 0) return cameras;
  const hasAll = (text: string) => words.every((word) => text.includes(word));
  return cameras.filter((camera) => {
    if (hasAll(cameraText(camera))) return true;
    for (const id of views.get(camera.id) ?? []) if (hasAll(readerText(readerOf(id)))) return true;
    return false;
  });
}
