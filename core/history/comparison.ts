import { applyAction, startDraft } from '../draft/draft.ts';
import { draftChanges } from '../draft/draft-changes.ts';
import type { ChangeCounts, ChangeKind } from '../readers/change.ts';
import type { Reader } from '../readers/reader.ts';

/** One reader that is not the same in two lists: its names, null where it is not in that list. */
export interface ListChange {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What leads from one list to another: in number, and reader by reader in the review's order. */
export interface Comparison {
  readonly counts: ChangeCounts;
  readonly changes: readonly ListChange[];
}

/** Compares two lists as restoring one over the other would: readers are matched by id. */
export function compareLists(from: readonly Reader[], to: readonly Reader[]): Comparison {
  const start = startDraft({ readers: from, readAt: '' });
  const applied = applyAction(start, { kind: 'set list', readers: to, reason: 'snapshot restored' });
  const draft = applied.ok ? applied.value.draft : start;
  const changes = draftChanges(draft).map(({ kind, base, mine }) => ({
    kind,
    id: (mine ?? base)?.id ?? '',
    from: base?.name ?? null,
    to: mine?.name ?? null,
  }));
  return { counts: draft.counts, changes };
}
