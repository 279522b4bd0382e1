/**
 * Wraps a piece of the stand-in so that whatever Electron has and the stand-in has not is an error that names it,
 * rather than an `undefined` somewhere later.
 */
export function only<T extends object>(name: string, piece: T): T {
  return new Proxy(piece, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && !askedByLanguage.has(key)) {
        throw new Error(`The Chromium host has no ${name}.${key}. Add it to e2e/chromium-host.`);
      }
      const value: unknown = Reflect.get(target, key, target);
      return value;
    },
  });
}

/** What await, JSON.stringify and the console ask any object for. */
const askedByLanguage = new Set(['then', 'toJSON', 'inspect', 'nodeType', '$$typeof', 'asymmetricMatch']);

/**
 * What a piece of the stand-in must look like: every member is one of Electron's, with Electron's type. `Loose` names
 * the members whose overloads or classes the stand-in only follows in part.
 */
export type Likeness<T, Loose extends keyof T = never> = Partial<Omit<T, Loose>> & { [Key in Loose]?: unknown };
