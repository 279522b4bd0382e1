import type { Rows } from '../readers/rows.ts';
import type { PlannedReader } from './camera.ts';

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
export type ListedReaders = ReadonlyMap<string, ListedReader>;

const known = new WeakMap<Rows, ListedReaders>();

/** The draft's readers beside what Camio holds, gathered once for each state of the draft; of several with one id the first. */
export function listedReaders(rows: Rows): ListedReaders {
  const before = known.get(rows);
  if (before) return before;
  const inCamio = new Map<string, string>();
  rows.forEach(({ base }) => {
    if (base && !inCamio.has(base.id)) inCamio.set(base.id, base.name);
  });
  const listed = new Map<string, ListedReader>();
  rows.forEach(({ mine }) => {
    if (!mine || listed.has(mine.id)) return;
    listed.set(mine.id, { id: mine.id, name: mine.name, nameInCamio: inCamio.get(mine.id) ?? null });
  });
  known.set(rows, listed);
  return listed;
}
