import { counted } from '../text/amounts.ts';

const units = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration by its two largest units, seconds cut off: `45 days`, `2 hours 5 minutes`. */
export function phraseDuration(durationMs: number): string {
  let left = Math.floor(durationMs / 1000);
  const parts: string[] = [];
  for (const [unit, seconds] of units) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    if (count > 0) parts.push(counted(count, unit));
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}
