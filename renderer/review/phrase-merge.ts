import { type Brake, brakeFor } from '../../core/draft/brake.ts';
import type { MergedByItself, MergeOrigin } from '../../core/draft/merge-lists.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';

/** `2 readers were changed on both sides: choose for each whose to keep.` */
export function phraseClashes(clashes: number): string {
  if (clashes === 0) return 'Nothing clashes.';
  return clashes === 1
    ? '1 reader was changed on both sides: choose whose to keep.'
    : `${counted(clashes, 'reader')} were changed on both sides: choose for each whose to keep.`;
}

/** `47 removed in Camio, 12 from Camio, 1 from both sides, 3 from your draft`; what does not occur is left out. */
export function phraseOrigins(byItself: readonly Pick<MergedByItself, 'origin' | 'removal'>[]): string {
  const counts: Record<MergeOrigin, number> = { theirs: 0, both: 0, mine: 0 };
  const removed = removedInCamio(byItself);
  for (const { origin, removal } of byItself) if (removal?.by !== 'theirs') counts[origin] += 1;
  const parts = (['theirs', 'both', 'mine'] as const)
    .filter((origin) => counts[origin] > 0)
    .map((origin) => `${formatCount(counts[origin])} from ${origins[origin]}`);
  if (removed > 0) parts.unshift(`${formatCount(removed)} removed in Camio`);
  return parts.length > 0 ? parts.join(', ') : 'none';
}

/** How many readers the merge lets go because they were removed in Camio. */
export function removedInCamio(byItself: readonly Pick<MergedByItself, 'removal'>[]): number {
  return byItself.filter(({ removal }) => removal?.by === 'theirs').length;
}

/** The brake that those removals meet, or null: the merged list then waits until their number is typed. */
export function mergeBrake(byItself: readonly MergedByItself[], baseReaders: number): Brake | null {
  const removed = removedInCamio(byItself);
  const added = byItself.filter(({ base, merged }) => base === null && merged !== null).length;
  return brakeFor({ removed, of: baseReaders, kept: baseReaders - removed + added });
}

/** `47 readers were removed in Camio.` */
export function phraseRemovals(removed: number): string {
  return removed === 1 ? '1 reader was removed in Camio.' : `${counted(removed, 'reader')} were removed in Camio.`;
}

/** Where a merged reader comes from, as a table says it; with the fields that go with a reader that was removed. */
export function phraseOrigin({ origin, removal }: Pick<MergedByItself, 'origin' | 'removal'>): string {
  if (!removal) return capitalized(origins[origin]);
  const [where, whose] = removal.by === 'theirs' ? ['Removed in Camio', 'your'] : ['Removed here', 'Camio’s'];
  const { fields } = removal;
  return fields.length === 0
    ? where
    : `${where}; ${whose} change of ${new Intl.ListFormat('en').format(fields)} is lost`;
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Why the merged list cannot be used yet, as a sentence; null where it can. */
export function whyNotMerge(state: {
  readonly clashesLeft: number;
  /** The number still to be typed, or null. */
  readonly toType: number | null;
  readonly isSaved: boolean;
  readonly isComparing: boolean;
}): string | null {
  if (state.isComparing) return 'Camio’s list is being read again.';
  if (!state.isSaved) return 'The draft is not saved yet.';
  if (state.clashesLeft === 0) return state.toType === null ? null : `Type ${state.toType} first.`;
  return state.clashesLeft === 1
    ? '1 clash has no choice yet.'
    : `${formatCount(state.clashesLeft)} clashes have no choice yet.`;
}

/** Where a merged reader comes from, in the middle of a sentence. */
const origins: Readonly<Record<MergeOrigin, string>> = {
  theirs: 'Camio',
  both: 'both sides',
  mine: 'your draft',
};
