/** How many of one id are searched; a list with more of them than this is beyond repair anyway. */
const searchedOfOneId = 100;

interface OfOneId<T> {
  readonly items: T[];
  /** Items before this one were taken. */
  next: number;
}

/** Things under an id that wait for their counterpart, each given out once. Taking one costs the same however many share its id. */
export class OpenById<T> {
  private readonly groups = new Map<string, OfOneId<T>>();

  put(id: string, item: T): void {
    const group = this.groups.get(id);
    if (group) group.items.push(item);
    else this.groups.set(id, { items: [item], next: 0 });
  }

  /** Takes the first of the id, or the first that fits; undefined where there is none. */
  take(id: string, fits?: (item: T) => boolean): T | undefined {
    const group = this.groups.get(id);
    if (!group) return undefined;
    const { items, next } = group;
    const found = fits ? items.slice(next, next + searchedOfOneId).findIndex(fits) : 0;
    const item = found < 0 ? undefined : items[next + found];
    if (item === undefined) return undefined;
    // Those passed over move up by one, and keep their order.
    items.copyWithin(next + 1, next, next + found);
    group.next += 1;
    return item;
  }

  /** How many of the id are left. */
  left(id: string): number {
    const group = this.groups.get(id);
    return group ? group.items.length - group.next : 0;
  }

  /** All that nobody took, by id. */
  *rest(): Generator<T> {
    for (const { items, next } of this.groups.values()) yield* items.slice(next);
  }
}
