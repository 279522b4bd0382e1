/** The items in slices of so many, the last with what is left, each made when it is asked for; none where there are no items. */
export function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[], undefined> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
