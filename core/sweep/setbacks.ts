import type { AppError } from '../app-error.ts';
import * as phrase from './phrase-sweep.ts';

/** How a sweep goes on after a setback: when so many ms have passed, or not by itself. */
export type Pause =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'give up'; readonly error: AppError };

/** Waits before trying again to reach Camio. */
const notReachedMs = [1_000, 2_000, 5_000] as const;
/** The wait where Camio asks for one and does not say how long. */
const rateLimitedMs = 60_000;
const shortestWaitMs = 1_000;
const longestWaitMs = 60 * 60_000;
const mostWaits = 10;
const mostUnknowns = 10;

/** What went wrong since Camio last answered to an event, and for how long a sweep puts up with it. */
export class Setbacks {
  private latest = 0;
  private waitsInARow = 0;
  private missesInARow = 0;
  private unknownsInARow = 0;

  /** The number of the setback that was last seen: remembered with each event that is sent. */
  get number(): number {
    return this.latest;
  }

  answered(): void {
    this.waitsInARow = 0;
    this.missesInARow = 0;
    this.unknownsInARow = 0;
  }

  /** Camio asked to wait. `since`: the number when the event was sent. */
  askedToWait(since: number, askedMs: number | null, why: AppError): Pause {
    if (this.count(since)) this.waitsInARow += 1;
    // It answers, if only with this.
    this.missesInARow = 0;
    const ms = Math.max(shortestWaitMs, askedMs ?? rateLimitedMs);
    if (ms > longestWaitMs) return { kind: 'give up', error: phrase.asksToWaitTooLong(ms, why) };
    if (this.waitsInARow > mostWaits) {
      return { kind: 'give up', error: phrase.asksToWaitAgainAndAgain(this.waitsInARow, why) };
    }
    return { kind: 'wait', ms };
  }

  /** Camio could not be reached. `random`, from 0 up to 1, spreads the waits. */
  notReached(since: number, random: number, why: AppError): Pause {
    const isNew = this.count(since);
    if (isNew) this.missesInARow += 1;
    // None in a row: one that failed with others may be told of after Camio has answered another lane.
    const ms = notReachedMs[Math.max(0, this.missesInARow - 1)];
    if (ms === undefined) return { kind: 'give up', error: phrase.heldBecause(why) };
    return { kind: 'wait', ms: isNew ? ms * (0.5 + random) : 0 };
  }

  /** Nobody knows whether an event arrived. Why that happened too often in a row, or null. */
  unknown(why: AppError): AppError | null {
    this.unknownsInARow += 1;
    return this.unknownsInARow < mostUnknowns ? null : phrase.tooManyUnknown(this.unknownsInARow, why);
  }

  /** Counts a setback, and says whether it is another than the one all lanes wait out already: eight lanes failing at once are one. */
  private count(since: number): boolean {
    if (since !== this.latest) return false;
    this.latest += 1;
    return true;
  }
}
