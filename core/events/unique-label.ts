const prefix = 'reader-desk-';
/** With ten of 36 letters and digits, a million labels made in one millisecond still differ. */
const randomLength = 10;

/**
 * A label to find one event by in Camio's search, e.g. `reader-desk-lq2v9k3c-7f0zk2m4qa`: letters and digits only, which any
 * search takes as one word each. `random` gives numbers from 0 up to but not including 1.
 */
export function uniqueLabel(nowMs: number, random: () => number): string {
  const tail = Array.from({ length: randomLength }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${prefix}${Math.floor(nowMs).toString(36)}-${tail}`;
}

const uniqueLabelPattern = new RegExp(`^${prefix}[0-9a-z]+-[0-9a-z]+$`);

/** The label among these that finds the one event; null if there is none. */
export const uniqueLabelOf = (labels: readonly string[]): string | null =>
  labels.find((label) => uniqueLabelPattern.test(label)) ?? null;
