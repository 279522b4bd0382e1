declare const carried: unique symbol;

/**
 * The JSON of a value as one string. It crosses Electron's bridge at once, where the objects of 100,000 readers are copied
 * one by one, and twice.
 */
export type JsonText<T> = string & { readonly [carried]: T };

/** The text of a value that JSON keeps as it is. */
export function jsonText<T>(value: T): JsonText<T> {
  return JSON.stringify(value) as JsonText<T>;
}
