import { baseLength, type Draft, draftLength } from './draft.ts';

/** Why a push is held until the person types how many readers it removes. */
export interface Brake {
  /** `list was longer`: most of `removed` went from Camio's list before, and this push would make that final. */
  readonly reason: 'empties the list' | 'removes many' | 'list was longer';
  /** The number to type. */
  readonly removed: number;
  readonly of: number;
}

/** Removing more than this many… */
const fewReaders = 3;
/** …and more than this share of the base is suspicious; */
const suspiciousShare = 0.2;
/** more than this share is suspicious at any size. */
const anySizeShare = 0.5;

/** The brake that removing `removed` of `of` readers meets, or null. `kept` is the length of the list that is left. */
export function brakeFor({ removed, of, kept }: { removed: number; of: number; kept: number }): Brake | null {
  if (removed === 0) return null;
  if (kept === 0) return { reason: 'empties the list', removed, of };
  const share = removed / of;
  const many = (removed > fewReaders && share > suspiciousShare) || share > anySizeShare;
  return many ? { reason: 'removes many', removed, of } : null;
}

/**
 * The brake a push of this draft meets, or null. What is at stake is the longest list seen since the last push that was
 * read back: a list that was cut short on its way here is no reason to send a short one.
 */
export function brakeOf(draft: Draft): Brake | null {
  const kept = draftLength(draft);
  const { removed } = draft.counts;
  const missing = draft.longestSeen - kept;
  const longer = missing > removed ? brakeFor({ removed: missing, of: draft.longestSeen, kept }) : null;
  return longer ? { ...longer, reason: 'list was longer' } : brakeFor({ removed, of: baseLength(draft), kept });
}
