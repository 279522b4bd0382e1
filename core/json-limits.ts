/**
 * What JSON from outside (an answer, a file) may hold at most. 64 levels: the code that walks a value calls itself, and a few
 * thousand levels end the stack. 2,000,000 values: 100,000 readers with 18 fields each. 500,000 numbers: each becomes an object
 * that keeps its text.
 */
export const jsonLimits = { depth: 64, values: 2_000_000, numbers: 500_000 } as const;

/** JSON that is beyond a limit. A SyntaxError, so that it counts as unreadable wherever JSON is read; its message says why. */
export class JsonBeyondLimit extends SyntaxError {}

/** Whether a plain value nests more than `depth` levels. Looks no deeper than that, so it never ends the stack. */
export function isDeeper(value: unknown, depth: number = jsonLimits.depth): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}
