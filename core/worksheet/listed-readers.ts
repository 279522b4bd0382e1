import type { PlannedReader } from '../cameras/camera.ts';
import type { Rows } from '../readers/rows.ts';

/** A reader of the list, and what Camio's settings page offers of it. */
export interface ListedReader extends PlannedReader {
  /** The name it has in Camio; null where it is not there until the list is pushed. */
  readonly nameInCamio: string | null;
}

/** The name that Camio's page shows where it is not the list's, as until a rename is pushed. */
export function otherNameInCamio({ name, nameInCamio }: ListedReader): string | null {
  return nameInCamio === name ? null : nameInCamio;
}

/** The readers of the list by id. */
export interface ListedReaders extends ReadonlyMap<string, ListedReader> {
  /** By id, the names of all that Camio has, those that the draft takes out too. */
  readonly namesInCamio: ReadonlyMap<string, string>;
}

class Listed extends Map<string, ListedReader> implements ListedReaders {
  constructor(readonly namesInCamio: ReadonlyMap<string, string>) {
    super();
  }
}

/** The name that Camio's page shows for a reader that a row of it holds, as far as that is known. */
export function nameOnPage({ id, name }: PlannedReader, listed: ListedReaders): string {
  return listed.namesInCamio.get(id) ?? listed.get(id)?.name ?? name;
}

const known = new WeakMap<Rows, ListedReaders>();

/** The draft's readers beside what Camio holds, gathered once for each state of the draft; of several with one id the first. */
export function listedReaders(rows: Rows): ListedReaders {
  const before = known.get(rows);
  if (before) return before;
  const inCamio = new Map<string, string>();
  rows.forEach(({ base }) => {
    if (base && !inCamio.has(base.id)) inCamio.set(base.id, base.name);
  });
  const listed = new Listed(inCamio);
  rows.forEach(({ mine }) => {
    if (!mine || listed.has(mine.id)) return;
    listed.set(mine.id, { id: mine.id, name: mine.name, nameInCamio: inCamio.get(mine.id) ?? null });
  });
  known.set(rows, listed);
  return listed;
}
