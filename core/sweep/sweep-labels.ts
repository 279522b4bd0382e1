// Labels are words of letters, digits and hyphens, which any search takes as they are. The number has a fixed width, so
// that no label is the beginning of another.

const numberWidth = 6;

/** The label that every event of a sweep carries, e.g. `reader-desk-sweep-lq2v9k3c-7f0z`. */
export function sweepLabel(sweepId: string): string {
  return `reader-desk-sweep-${sweepId}`;
}

/** The label of a sweep's nth event (from 1), sent again or not: on no other event of this sweep or any other. */
export function eventLabel(sweepId: string, number: number): string {
  return `reader-desk-${sweepId}-${String(number).padStart(numberWidth, '0')}`;
}
