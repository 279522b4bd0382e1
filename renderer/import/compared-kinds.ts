import type { ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportTarget } from '../../core/import/import-table.ts';

/** The parts of a comparison that are looked at one by one, in the order of their tabs. */
export const comparedKinds = ['added', 'renamed', 'missing', 'errors', 'damaged', 'names', 'leftOut'] as const;
export type ComparedKind = (typeof comparedKinds)[number];

const titles: Readonly<Record<ComparedKind, string>> = {
  added: 'added',
  renamed: 'renamed',
  missing: 'not in the file',
  errors: 'with errors',
  damaged: 'look damaged',
  names: 'doubtful names',
  leftOut: 'lines left out',
};

/** Said after the number: `12 not in the file`. A camera may be given another site instead of another name. */
export const kindTitle = (kind: ComparedKind, target: ImportTarget): string =>
  kind === 'renamed' && target === 'cameras' ? 'changed' : titles[kind];

export function totalOf(comparison: ImportComparison, kind: ComparedKind): number {
  if (kind !== 'damaged') return comparison[kind].total;
  const { repairs, links, suspects } = comparison;
  return repairs.total + links.total + suspects.total;
}

/** What is shown at first: what has to be decided or looked at, or else the first change. */
export function firstLookedAt(comparison: ImportComparison): ComparedKind {
  const order = ['damaged', 'names', 'errors', 'leftOut', 'added', 'renamed', 'missing'] as const;
  return order.find((kind) => totalOf(comparison, kind) > 0) ?? 'added';
}
