// Numbers as people read them, in the system's own notation: Intl's default locale is the system's.

const whole = new Intl.NumberFormat();
const oneDigit = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

/** A whole number: `1,284`. */
export const formatCount = (count: number): string => whole.format(count);

/** A number of things: `1 reader`, `1,284 readers`. `many` is for plurals that do not simply end in s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** A share: `18%`. `100%` only if none is missing, `0%` only if there is none. */
export function percentText(part: number, of: number): string {
  if (part === 0 || of === 0) return percent.format(0);
  if (part === of) return percent.format(1);
  return percent.format(Math.min(0.99, Math.max(0.01, part / of)));
}

/** A size in bytes: `118 bytes`, `112 KB`, `1.5 MB`. A KB is 1,000 bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  if (bytes < 999_500) return `${formatCount(Math.round(bytes / 1_000))} KB`;
  return `${oneDigit.format(bytes / 1_000_000)} MB`;
}

/** How long an answer took: `340 ms`, `4.0 s`. */
export const latencyText = (ms: number): string =>
  Math.round(ms) < 1_000 ? `${formatCount(Math.round(ms))} ms` : `${oneDigit.format(ms / 1_000)} s`;
