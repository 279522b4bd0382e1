import type { Camera, PlannedReader } from './camera.ts';
import type { CameraPlan } from './camera-plan.ts';
import type { CarriedCamera } from './worksheet-state.ts';

/** How much of the list the plan covers, and what does not fit together. Readers and cameras come unsorted. */
export interface Coverage {
  /** Readers in the list. */
  readonly readers: number;
  /** How many of them at least one camera sees. */
  readonly inView: number;
  readonly withoutCamera: readonly PlannedReader[];
  readonly camerasWithoutReader: readonly Camera[];
  readonly ghosts: readonly Ghost[];
}

/** A reader no longer in the list that the plan still uses, or that Camio still holds by what was carried to it. */
export interface Ghost {
  readonly reader: PlannedReader;
  /** The cameras that plan it. */
  readonly cameras: readonly Camera[];
  /** The rows of Camio's settings page that still hold it. */
  readonly held: readonly CarriedCamera[];
}

/** Compares the plan with the list. `carried`: what Camio's settings page is taken to hold. */
export function coverage(
  plan: CameraPlan,
  readers: readonly PlannedReader[],
  carried: readonly CarriedCamera[],
): Coverage {
  // Where each id stands first in the list. An id may stand there twice, which is no matter here.
  const places = new Map<string, number>();
  const firstOf = readers.map(({ id }, at) => {
    const first = places.get(id);
    if (first === undefined) places.set(id, at);
    return first ?? at;
  });
  const isSeen = new Uint8Array(readers.length);
  const ghosts = new Map<string, { reader: PlannedReader; cameras: Camera[]; held: CarriedCamera[] }>();
  const ghost = (reader: PlannedReader) => {
    const known = ghosts.get(reader.id) ?? { reader, cameras: [], held: [] };
    ghosts.set(reader.id, known);
    return known;
  };

  for (const [cameraId, view] of plan.views) {
    const camera = plan.cameras.get(cameraId);
    if (!camera) continue;
    for (const id of view) {
      const place = places.get(id);
      if (place !== undefined) isSeen[place] = 1;
      else ghost({ id, name: plan.names.get(id) ?? '' }).cameras.push(camera);
    }
  }
  for (const row of carried) {
    for (const reader of row.readers) {
      if (!places.has(reader.id)) ghost(reader).held.push(row);
    }
  }

  const withoutCamera = readers.filter((_, at) => isSeen[firstOf[at] ?? at] === 0);
  const camerasWithoutReader: Camera[] = [];
  for (const camera of plan.cameras.values()) {
    if (!plan.views.has(camera.id)) camerasWithoutReader.push(camera);
  }
  return {
    readers: readers.length,
    inView: readers.length - withoutCamera.length,
    withoutCamera,
    camerasWithoutReader,
    ghosts: [...ghosts.values()],
  };
}
