import type { Settings } from '../settings/settings.ts';
import type { Snapshot } from './snapshot.ts';

/** How long snapshots are kept: the newest in any case, and all that are not older than some days. */
export type Retention = Pick<Settings, 'keepSnapshots' | 'keepSnapshotsDays'>;

const dayMs = 86_400_000;

/** The snapshots that need not be kept any longer: neither among the newest nor young enough. */
export function outdatedSnapshots<Kept extends Pick<Snapshot, 'readAt'>>(
  snapshots: readonly Kept[],
  { keepSnapshots, keepSnapshotsDays }: Retention,
  nowMs: number,
): Kept[] {
  const newestFirst = snapshots.toSorted((a, b) => Date.parse(b.readAt) - Date.parse(a.readAt));
  return newestFirst
    .slice(Math.max(1, keepSnapshots))
    .filter(({ readAt }) => nowMs - Date.parse(readAt) > keepSnapshotsDays * dayMs);
}
