const prefix = 'reader-desk-';
const randomLength = 4;

/**
 * A label to find one event by in Camio's search, e.g. `reader-desk-lq2v9k3c-7f0z`: letters and digits only, which any
 * search takes as one word each. `random` gives numbers from 0 up to but not including 1.
 */
export function uniqueLabel(nowMs: number, random: () => number): string {
  const tail = Array.from({ length: randomLength }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${prefix}${Math.floor(nowMs).toString(36)}-${tail}`;
}
