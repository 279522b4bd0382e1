/**
 * An immutable map whose later versions share what did not change, so that a change costs what it touches. Its order says
 * nothing.
 */
export class SharedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  static empty<Key, Value>(): SharedMap<Key, Value> {
    return new SharedMap(new Map(), new Map(), 0);
  }

  static from<Key, Value>(entries: Iterable<readonly [Key, Value]>): SharedMap<Key, Value> {
    const whole = new Map(entries);
    return new SharedMap(whole, new Map(), whole.size);
  }

  private constructor(
    /** Never written to again: versions share it. */
    private readonly whole: ReadonlyMap<Key, Value>,
    /** What differs from it; `gone` where a key is no longer there. Small: it is copied with every change. */
    private readonly differs: ReadonlyMap<Key, Value | typeof gone>,
    readonly size: number,
  ) {}

  /** This map with some keys set, or removed where the value is undefined. */
  with(changes: ReadonlyMap<Key, Value | undefined>): SharedMap<Key, Value> {
    if (changes.size === 0) return this;
    const differs = new Map(this.differs);
    let size = this.size;
    for (const [key, value] of changes) {
      size += Number(value !== undefined) - Number(this.has(key));
      if (value !== undefined) differs.set(key, value);
      else if (this.whole.has(key)) differs.set(key, gone);
      else differs.delete(key);
    }
    const changed = new SharedMap(this.whole, differs, size);
    return differs.size > mostDiffering ? SharedMap.from(changed) : changed;
  }

  get(key: Key): Value | undefined {
    const value = this.differs.get(key);
    if (value === gone) return undefined;
    return value ?? this.whole.get(key);
  }

  has(key: Key): boolean {
    const value = this.differs.get(key);
    return value === undefined ? this.whole.has(key) : value !== gone;
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const [key, value] of this.whole) {
      if (!this.differs.has(key)) yield [key, value];
    }
    for (const [key, value] of this.differs) {
      if (value !== gone) yield [key, value];
    }
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }

  *keys(): Generator<Key, undefined> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this) yield value;
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}

const gone = Symbol('gone');

/** Beyond this, copying the differences with every change costs more than one copy of the whole now and then. */
const mostDiffering = 256;
