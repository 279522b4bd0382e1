import { z } from 'zod';
import type { Comparison } from '../history/comparison.ts';
import { type Snapshot, snapshotIdPattern } from '../history/snapshot.ts';
import type { ChangeCounts } from '../readers/change.ts';
import { answers, connectionId } from './call.ts';

const snapshotId = z.string().regex(snapshotIdPattern);

export type RestoreOutcome =
  /** The draft holds the snapshot's list now, as one step that can be undone. `counts`: from the draft before to it. */
  | { readonly kind: 'restored'; readonly counts: ChangeCounts }
  /** The draft held that list already. */
  | { readonly kind: 'same' };

export const historyCalls = {
  /** The connection's snapshots, newest first, as the first line of each says. */
  list: answers<readonly Snapshot[]>()(z.object({ connectionId })),
  /** The same once every file was read as a whole, which takes longer: a damaged one is known as such. */
  check: answers<readonly Snapshot[]>()(z.object({ connectionId })),
  /** Reads Camio's list and keeps it. */
  take: answers<{ readonly readers: number }>()(z.object({ connectionId })),
  /** What leads from the list of one snapshot to that of another, or to the draft. */
  compare: answers<Comparison>()(
    z.object({ connectionId, from: snapshotId, to: z.union([snapshotId, z.literal('draft')]) }),
  ),
  /** Makes a snapshot's list the draft; nothing is sent. `seq` is the draft's before, as for `draft.apply`. */
  restore: answers<RestoreOutcome>()(z.object({ connectionId, snapshotId, seq: z.int() })),
};
