import { exhaustive } from '../result.ts';
import { phraseDuration } from '../time/duration.ts';

/** Why probably no video will match an event, going by its time alone. It can be sent all the same. */
export type TimeDoubt =
  | { readonly code: 'future'; readonly byMs: number }
  | { readonly code: 'old'; readonly byMs: number };

const dayMs = 24 * 60 * 60 * 1000;

/** Clocks differ a little, and so much is nothing to speak of. */
const futureToleratedMs = 60 * 1000;

/** Camio's guide does not say how long an account keeps its video; a month is common. */
const likelyKeptMs = 30 * dayMs;

/** Compares an event's time (ISO 8601) with the current time in ms; null where nothing is doubtful. */
export function doubtTime(timestamp: string, nowMs: number): TimeDoubt | null {
  const ahead = Date.parse(timestamp) - nowMs;
  if (ahead > futureToleratedMs) return { code: 'future', byMs: ahead };
  return -ahead > likelyKeptMs ? { code: 'old', byMs: -ahead } : null;
}

/** The doubt in two sentences. */
export function phraseTimeDoubt({ code, byMs }: TimeDoubt): string {
  switch (code) {
    case 'future':
      return `This time is ${phraseDuration(byMs)} in the future. There is no video of it yet, so none will match.`;
    case 'old':
      return `This time is ${phraseDuration(Math.floor(byMs / dayMs) * dayMs)} ago. Camio may not keep video that long, so probably none will match.`;
    default:
      return exhaustive(code);
  }
}
