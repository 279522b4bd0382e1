import type { Reader } from '../../core/readers/reader.ts';
import type { Rows } from '../../core/readers/rows.ts';

/** The readers a camera can be planned for: the draft's, in its order; of several with one id the first. */
export interface PlannedReaders {
  readonly list: readonly Reader[];
  readonly byId: ReadonlyMap<string, Reader>;
}

const known = new WeakMap<Rows, PlannedReaders>();

/** Gathered once for each state of the draft, whoever asks. */
export function plannedReaders(rows: Rows): PlannedReaders {
  const before = known.get(rows);
  if (before) return before;
  const byId = new Map<string, Reader>();
  rows.forEach(({ mine }) => {
    if (mine && !byId.has(mine.id)) byId.set(mine.id, mine);
  });
  const readers = { list: [...byId.values()], byId };
  known.set(rows, readers);
  return readers;
}
