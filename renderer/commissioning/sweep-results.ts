import type { SweepResult } from '../../core/sweep/sweep.ts';

/** A sweep's results in its order, and where each reader's is. */
export interface SweepResults {
  readonly list: readonly SweepResult[];
  readonly places: ReadonlyMap<string, number>;
}

export function sweepResults(list: readonly SweepResult[]): SweepResults {
  return { list, places: new Map(list.map(({ readerId }, place) => [readerId, place])) };
}

/** The results with some of them replaced; what did not change stays the same object. */
export function withChanged({ list, places }: SweepResults, changed: readonly SweepResult[]): SweepResults {
  const next = list.slice();
  for (const result of changed) {
    const place = places.get(result.readerId);
    if (place !== undefined) next[place] = result;
  }
  return { list: next, places };
}
