import type { Choice, Sides } from '../../core/draft/merge.ts';

/** Choices by clash, e.g. `keyOf(clash)`. */
export type Choices = ReadonlyMap<string, Choice>;

const none: Choices = new Map();

/**
 * What a person chose for clashes, by connection. A choice belongs to the three readers it was made between: it outlives
 * the page and a second look at Camio's list, and is asked for again where one of the three has changed.
 */
export class ClashChoices {
  private readonly byConnection = new Map<string, Choices>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(connectionId: string): Choices {
    return this.byConnection.get(connectionId) ?? none;
  }

  choose(connectionId: string, keys: Iterable<string>, choice: Choice): void {
    const choices = new Map(this.of(connectionId));
    for (const key of keys) choices.set(key, choice);
    this.put(connectionId, choices);
  }

  /** They were used, or the connection is gone. */
  forget(connectionId: string): void {
    this.put(connectionId, none);
  }

  private put(connectionId: string, choices: Choices): void {
    this.byConnection.set(connectionId, choices);
    for (const listener of this.listeners) listener();
  }
}

export function keyOf({ base, mine, theirs }: Sides): string {
  return JSON.stringify([base, mine, theirs]);
}
