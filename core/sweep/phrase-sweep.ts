import type { AppError } from '../app-error.ts';
import { formatCount } from '../text/amounts.ts';

/** Camio cannot be reached, or the address is not that of Camio's events. */
export function heldBecause(why: AppError): AppError {
  return { ...why, message: `The sweep is held. ${why.message}`, next: `${why.next} Then resume the sweep.` };
}

export function tokenRefused(why: AppError): AppError {
  return {
    ...why,
    next: 'Replace the token of this connection, then resume the sweep. What was sent is not sent again.',
  };
}

/** Events end without an answer one after the other: going on would only leave more of them to look for. */
export function tooManyUnknown(inARow: number, last: AppError): AppError {
  return {
    ...last,
    message: `The sweep is held: of the last ${inARow} events it is not known whether Camio recorded them. The last one: ${last.message}`,
    next: 'Search Camio for one of their labels. Resume the sweep when Camio answers again.',
  };
}

export function asksToWaitTooLong(waitMs: number, why: AppError): AppError {
  const minutes = Math.ceil(waitMs / 60_000);
  return {
    ...why,
    message: `The sweep is held: Camio takes no more requests for now and asks to wait ${formatCount(minutes)} minutes.`,
    next: 'Resume the sweep when that time has passed.',
  };
}

export function asksToWaitAgainAndAgain(times: number, why: AppError): AppError {
  return {
    ...why,
    message: `The sweep is held: Camio asked to wait ${times} times in a row and took no event in between.`,
    next: 'Resume the sweep later, with fewer events a minute if it happens again.',
  };
}

export function notWrittenDown(why: AppError): AppError {
  return {
    ...why,
    message: `The sweep is held: what becomes of its events cannot be written down, and nothing is sent without that. ${why.message}`,
    next: `${why.next} Then resume the sweep.`,
  };
}
