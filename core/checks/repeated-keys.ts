const empty = -1;

/**
 * The keys (whole numbers from 0) that occur more than once. A table of plain numbers, since a `Map` of 100,000 would take
 * longer than all the rest of looking over a list.
 */
export function repeatedKeys(keys: Int32Array): ReadonlySet<number> {
  const repeated = new Set<number>();
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * keys.length + 1))).fill(empty);
  const mask = slots.length - 1;
  for (const key of keys) {
    let slot = key & mask;
    while (slots[slot] !== empty && slots[slot] !== key) slot = (slot + 1) & mask;
    if (slots[slot] === key) repeated.add(key);
    else slots[slot] = key;
  }
  return repeated;
}
