import type { SweepResult } from './sweep.ts';

const lookBackMs = 30_000;
/** Less time than this says nothing yet. */
const leastMs = 2_000;

/** Events a minute that were sent in the last half minute before `nowMs`; null where that is too little to say. */
export function recentRate(results: readonly SweepResult[], nowMs: number): number | null {
  // All times are ISO 8601 in UTC, which sort as text.
  const since = new Date(nowMs - lookBackMs).toISOString();
  let earliest: string | null = null;
  let count = 0;
  for (const { sentAt } of results) {
    if (sentAt === null || sentAt < since) continue;
    count += 1;
    if (earliest === null || sentAt < earliest) earliest = sentAt;
  }
  if (earliest === null) return null;
  const spanMs = nowMs - Date.parse(earliest);
  return spanMs < leastMs ? null : (count * 60_000) / spanMs;
}

/** How long so many events take at this rate, in ms. */
export function timeLeftMs(events: number, perMinute: number): number {
  return (events / perMinute) * 60_000;
}
