import type { MergedByItself, MergeOrigin } from '../../core/draft/merge-lists.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';

/** `2 readers were changed on both sides: choose for each whose to keep.` */
export function phraseClashes(clashes: number): string {
  if (clashes === 0) return 'Nothing clashes.';
  return clashes === 1
    ? '1 reader was changed on both sides: choose whose to keep.'
    : `${counted(clashes, 'reader')} were changed on both sides: choose for each whose to keep.`;
}

/** `12 from Camio, 1 from both sides, 3 from your draft`; origins that do not occur are left out. */
export function phraseOrigins(byItself: readonly Pick<MergedByItself, 'origin'>[]): string {
  const counts: Record<MergeOrigin, number> = { theirs: 0, both: 0, mine: 0 };
  for (const { origin } of byItself) counts[origin] += 1;
  const parts = (['theirs', 'both', 'mine'] as const)
    .filter((origin) => counts[origin] > 0)
    .map((origin) => `${formatCount(counts[origin])} from ${origins[origin]}`);
  return parts.length > 0 ? parts.join(', ') : 'none';
}

/** Why the merged list cannot be used yet, as a sentence; null where it can. */
export function whyNotMerge(state: {
  readonly clashesLeft: number;
  readonly isSaved: boolean;
  readonly isComparing: boolean;
}): string | null {
  if (state.isComparing) return 'Camio’s list is being read again.';
  if (!state.isSaved) return 'The draft is not saved yet.';
  if (state.clashesLeft === 0) return null;
  return state.clashesLeft === 1
    ? '1 clash has no choice yet.'
    : `${formatCount(state.clashesLeft)} clashes have no choice yet.`;
}

/** Where a merged reader comes from, in the middle of a sentence. */
export const origins: Readonly<Record<MergeOrigin, string>> = {
  theirs: 'Camio',
  both: 'both sides',
  mine: 'your draft',
};
