import type { AppError } from '../app-error.ts';
import type { Brake } from './brake.ts';
import type { ChangeCounts } from './change.ts';

/** A difference between two lists, by id: `left` and `right` are names, null where the reader is not in that list. */
export interface ListDifference {
  readonly id: string;
  readonly left: string | null;
  readonly right: string | null;
  /** The unknown fields that differ, where the reader is in both lists. */
  readonly fields?: readonly string[];
}

/** Differences in number and the first hundred of them. */
export interface Differences {
  readonly total: number;
  readonly first: readonly ListDifference[];
}

/** Where a push is. The first six are under way, `cancel` works until `sending`; the others are ends. */
export type PushState =
  | { readonly kind: 'reading remote' }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'backing up' }
  | { readonly kind: 'sending'; readonly readers: number; readonly bytes: number }
  | { readonly kind: 'reading back' }
  /** Read back and found equal: the only success. `notice`: the draft on disk could not follow. */
  | {
      readonly kind: 'stored';
      readonly at: string;
      readonly readers: number;
      readonly counts: ChangeCounts;
      readonly notice?: AppError;
    }
  /** The remote list moved since the base; nothing was sent. */
  | { readonly kind: 'drift'; readonly differences: Differences; readonly error: AppError }
  /** Removes suspiciously much; nothing was sent. Start again with the number typed. */
  | { readonly kind: 'braked'; readonly brake: Brake }
  | { readonly kind: 'not stored as sent'; readonly differences: Differences; readonly error: AppError }
  /** Nothing was stored: not sent, or answered with a refusal. */
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'outcome unknown'; readonly error: AppError }
  | { readonly kind: 'cancelled' };

export type PushKind = PushState['kind'];

const underWay: ReadonlySet<PushKind> = new Set([
  'reading remote',
  'comparing',
  'backing up',
  'sending',
  'reading back',
]);

/** Whether the push is still going on. */
export function isUnderWay(state: PushState): boolean {
  return underWay.has(state.kind);
}

/** Cancelling is safe only while nothing has been sent. */
export function canCancel(state: PushState): boolean {
  return isUnderWay(state) && state.kind !== 'sending' && state.kind !== 'reading back';
}
