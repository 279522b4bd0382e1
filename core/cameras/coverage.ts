import type { Camera, PlannedReader } from './camera.ts';
import type { CarriedCamera } from './worksheet-state.ts';

/** How much of the list the plan covers, and what does not fit together. Only ghosts and their cameras come by name. */
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
