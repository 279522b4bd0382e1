import type { FirstOf } from './import-comparison.ts';

/** How many of a kind are handed to the window; all are counted. */
const shown = 200;

export function firstOf<T>(items: readonly T[]): FirstOf<T> {
  return { total: items.length, first: items.slice(0, shown) };
}
