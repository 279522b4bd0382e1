import type { ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportTarget } from '../../core/import/import-table.ts';

/** The parts of a comparison that are looked at one by one, in the order of their tabs. */
export const comparedKinds = ['added', 'renamed', 'missing', 'errors', 'repairs', 'suspects'] as const;
export type ComparedKind = (typeof comparedKinds)[number];

const titles: Readonly<Record<ComparedKind, string>> = {
  added: 'added',
  renamed: 'renamed',
  missing: 'not in the file',
  errors: 'with errors',
  repairs: 'look damaged',
  suspects: 'damaged, no match',
};

/** Said after the number: `12 not in the file`. A camera may be given another site instead of another name. */
export const kindTitle = (kind: ComparedKind, target: ImportTarget): string =>
  kind === 'renamed' && target === 'cameras' ? 'changed' : titles[kind];

export const totalOf = (comparison: ImportComparison, kind: ComparedKind): number => comparison[kind].total;

/** What is shown at first: what has to be decided, or else the first change. */
export function firstLookedAt(comparison: ImportComparison): ComparedKind {
  const order = ['repairs', 'errors', 'suspects', 'added', 'renamed', 'missing'] as const;
  return order.find((kind) => totalOf(comparison, kind) > 0) ?? 'added';
}
