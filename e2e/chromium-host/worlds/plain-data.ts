// These two functions are also sent to the page as source text: they must not use anything but their parameters.

/** A value on its way to another world, as JSON can carry it. */
export interface Packed {
  readonly tree: unknown;
  /** Whether the tree has marks for what JSON alone would lose; if not, it is the value itself. */
  readonly marked: boolean;
}

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Packs what Electron's structured clone and contextBridge both take of plain data; anything else throws and is named
 * with its place. Functions are taken only where `idOf` gives them a number.
 */
export function pack(value: unknown, idOf?: (value: object) => number): Packed {
  const open: object[] = [];
  const place: (string | number)[] = [];
  let marked = false;

  const refuse = (what: string): never => {
    throw new TypeError(`An object could not be cloned: ${place.join('.') || 'the value'} is ${what}.`);
  };
  const checkMember = (key: string | number, member: unknown): void => {
    place.push(key);
    check(member);
    place.pop();
  };
  const check = (item: unknown): void => {
    if (typeof item === 'string' || typeof item === 'boolean' || item === null) return;
    if (typeof item === 'number') {
      marked ||= !Number.isFinite(item) || Object.is(item, -0);
    } else if (item === undefined || item instanceof Error) {
      marked = true;
    } else if (typeof item === 'function') {
      if (!idOf) refuse('a function');
      marked = true;
    } else if (typeof item === 'object') {
      if (open.includes(item)) refuse('part of a circle');
      open.push(item);
      if (Array.isArray(item)) {
        for (let index = 0; index < item.length; index += 1) checkMember(index, item[index]);
      } else {
        const prototype: object | null = Object.getPrototypeOf(item);
        if (prototype && Object.getPrototypeOf(prototype) !== null) refuse(`a ${item.constructor.name}`);
        marked ||= '$' in item;
        for (const [key, member] of Object.entries(item)) checkMember(key, member);
      }
      open.pop();
    } else refuse(`a ${typeof item}`);
  };
  const mark = (item: unknown): unknown => {
    if (item === undefined) return { $: 'undefined' };
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0))) {
      return { $: 'number', text: Object.is(item, -0) ? '-0' : String(item) };
    }
    if (typeof item === 'function' && idOf) return { $: 'function', id: idOf(item) };
    if (typeof item !== 'object' || item === null) return item;
    if (item instanceof Error) return { $: 'error', message: item.message };
    if (Array.isArray(item)) return item.map(mark);
    const entries = Object.entries(item).map(([key, member]): [string, unknown] => [key, mark(member)]);
    return '$' in item ? { $: 'object', entries } : Object.fromEntries(entries);
  };

  check(value);
  return { tree: marked ? mark(value) : value, marked };
}

/** Unpacks on the other side; `functionFor` makes what stands there for a function. */
export function unpack({ tree, marked }: Packed, functionFor?: (id: number) => AnyFunction): unknown {
  const restore = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(restore);
    const { $: kind, ...members }: Record<string, unknown> = { ...item };
    if (kind === 'undefined') return undefined;
    if (kind === 'number') return Number(members.text);
    if (kind === 'error') return new Error(String(members.message));
    if (kind === 'function') return functionFor?.(Number(members.id));
    const entries = Array.isArray(members.entries) && kind === 'object' ? members.entries : Object.entries(members);
    return Object.fromEntries(entries.map(([key, member]: [string, unknown]) => [key, restore(member)]));
  };
  return marked ? restore(tree) : tree;
}
