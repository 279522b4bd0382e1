import { looseFold } from '../checks/loose-text.ts';

interface Named {
  readonly name: string;
}

/**
 * Pairs of one of each that have the same name, which none of the others of either side has. Names are compared without
 * case and spaces.
 */
export function linkByName<A extends Named, B extends Named>(
  some: readonly A[],
  others: readonly B[],
): (readonly [A, B])[] {
  if (others.length === 0) return [];
  const byName = onlyOnes(others);
  const links: (readonly [A, B])[] = [];
  for (const [fold, one] of onlyOnes(some)) {
    const other = byName.get(fold);
    if (one && other) links.push([one, other]);
  }
  return links;
}

/** Those with a name of their own, by its fold; null for a name that several have. */
function onlyOnes<Item extends Named>(items: readonly Item[]): Map<string, Item | null> {
  const byName = new Map<string, Item | null>();
  for (const item of items) {
    const fold = looseFold(item.name);
    if (fold !== '') byName.set(fold, byName.has(fold) ? null : item);
  }
  return byName;
}
