/** How many of one id are searched; a list with more of them than this is beyond repair anyway. */
const searchedOfOneId = 100;

/** Things in a row, of which those before `next` were taken. */
interface Queue<T> {
  readonly items: T[];
  next: number;
}

/** Things under an id that wait for their counterpart, each given out once. Taking one costs the same however many share its id. */
export class OpenById<T> {
  private readonly first = new Map<string, T>();
  /** Nearly every id is there once: a queue for each would take twice as long. */
  private readonly more = new Map<string, Queue<T>>();

  put(id: string, item: T): void {
    const queue = this.more.get(id);
    if (!this.first.has(id)) this.first.set(id, item);
    else if (queue) queue.items.push(item);
    else this.more.set(id, { items: [item], next: 0 });
  }

  /** Takes the first of the id, or the first that fits; undefined where there is none. */
  take(id: string, fits?: (item: T) => boolean): T | undefined {
    const item = this.first.get(id);
    if (item === undefined) return undefined;
    const queue = this.more.get(id);
    if (fits && !fits(item)) return queue && takeFitting(queue, fits);
    const next = queue && takeAt(queue, queue.next);
    if (next === undefined) this.first.delete(id);
    else this.first.set(id, next);
    return item;
  }

  /** How many of the id are left. */
  left(id: string): number {
    const queue = this.more.get(id);
    return (this.first.has(id) ? 1 : 0) + (queue ? queue.items.length - queue.next : 0);
  }

  /** All that nobody took, by id. */
  *rest(): Generator<T> {
    for (const [id, item] of this.first) {
      yield item;
      const queue = this.more.get(id);
      if (queue) yield* queue.items.slice(queue.next);
    }
  }
}

function takeFitting<T>(queue: Queue<T>, fits: (item: T) => boolean): T | undefined {
  const { items, next } = queue;
  const found = items.slice(next, next + searchedOfOneId).findIndex(fits);
  return found < 0 ? undefined : takeAt(queue, next + found);
}

function takeAt<T>(queue: Queue<T>, at: number): T | undefined {
  const item = queue.items[at];
  if (item === undefined) return undefined;
  // Those passed over move up by one, and keep their order.
  queue.items.copyWithin(queue.next + 1, queue.next, at);
  queue.next += 1;
  return item;
}
