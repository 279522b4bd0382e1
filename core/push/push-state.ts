import type { AppError } from '../app-error.ts';
import type { ListKey } from '../camio/dialect.ts';
import type { Brake } from '../draft/brake.ts';
import type { ChangeCounts } from '../readers/change.ts';
import type { Differences } from '../readers/diff.ts';

/**
 * Where a push is: under way, waiting, or at its end. `interruptedAt`: it was begun then, the app was stopped in the
 * middle of it, and what became of it was found out later by reading Camio's list.
 */
export type PushState =
  | { readonly kind: 'reading remote' }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'backing up' }
  | { readonly kind: 'sending'; readonly readers: number; readonly bytes: number }
  | { readonly kind: 'reading back' }
  /** Sent, and not seen in Camio yet: the list is read again at `nextAt`. Cancelling leaves the outcome unknown. */
  | {
      readonly kind: 'settling';
      readonly nextAt: string;
      /** Readings so far. */
      readonly readings: number;
      readonly error: AppError;
    }
  /** Nothing was stored, and Camio wants to be left alone until `nextAt`; then the push begins anew, by reading. */
  | { readonly kind: 'waiting'; readonly nextAt: string; readonly error: AppError }
  /** Read back and found equal: the only success. `notice`: the draft on disk could not follow. */
  | {
      readonly kind: 'stored';
      readonly at: string;
      readonly readers: number;
      readonly counts: ChangeCounts;
      readonly notice?: AppError;
      readonly interruptedAt?: string;
    }
  /** Camio accepted the list and does not let it be read: no success, and nothing more can be found out. */
  | {
      readonly kind: 'sent, not verified';
      readonly at: string;
      readonly readers: number;
      readonly counts: ChangeCounts;
      readonly notice?: AppError;
    }
  /** The remote list moved since the base; nothing was sent. */
  | { readonly kind: 'drift'; readonly differences: Differences; readonly error: AppError }
  /** Removes suspiciously much; nothing was sent. Start again with the number typed. */
  | { readonly kind: 'braked'; readonly brake: Brake }
  /** Camio does not offer its list for reading; nothing was sent. Start again with the number of readers typed. */
  | { readonly kind: 'list not seen'; readonly readers: number; readonly error: AppError }
  /** The token leads to another account than last time; nothing was sent. */
  | { readonly kind: 'other account'; readonly was: string; readonly now: string; readonly error: AppError }
  /** `otherKey`: Camio lists its readers under this key, not under the one that was sent. */
  | {
      readonly kind: 'not stored as sent';
      readonly differences: Differences;
      readonly error: AppError;
      readonly otherKey?: ListKey;
      readonly interruptedAt?: string;
    }
  /** Nothing was stored: not sent, or answered with a refusal. `named`: ids of the readers the server's text names. */
  | {
      readonly kind: 'refused';
      readonly error: AppError;
      readonly named?: readonly string[];
      readonly interruptedAt?: string;
    }
  /** `unreadable`: Camio does not let the list be read, so it cannot be read back later either. */
  | {
      readonly kind: 'outcome unknown';
      readonly error: AppError;
      readonly interruptedAt?: string;
      readonly unreadable?: true;
    }
  | { readonly kind: 'cancelled' };

export type PushKind = PushState['kind'];

const underWay: ReadonlySet<PushKind> = new Set([
  'reading remote',
  'comparing',
  'backing up',
  'sending',
  'reading back',
  'settling',
  'waiting',
]);

/** Whether the push is still going on. */
export function isUnderWay(state: PushState): boolean {
  return underWay.has(state.kind);
}

/** While a list is on its way and while it is read back, there is nothing to stop; before and between there is. */
export function canCancel(state: PushState): boolean {
  return isUnderWay(state) && state.kind !== 'sending' && state.kind !== 'reading back';
}
