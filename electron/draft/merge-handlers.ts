import { baseReaders } from '../../core/draft/draft.ts';
import { mergeLists } from '../../core/draft/merge-lists.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { diffLists } from '../../core/readers/diff.ts';
import { fail, ok } from '../../core/result.ts';
import type { ReadRemote } from '../connections/read-remote.ts';
import type { DraftStore } from './draft-store.ts';
import type { LossWatch } from './loss-watch.ts';
import { movedOn } from './merge-refusals.ts';
import type { MovedLists } from './moved-lists.ts';

interface MergeHandlersNeeds {
  readonly drafts: Pick<DraftStore, 'current' | 'merge'>;
  readonly readRemote: ReadRemote;
  readonly moved: MovedLists;
  readonly losses: Pick<LossWatch, 'noticed'>;
}

/** Comparing a draft with the list Camio holds now, and merging them. Nothing is sent by either. */
export function createMergeHandlers({
  drafts,
  readRemote,
  moved,
  losses,
}: MergeHandlersNeeds): Pick<Handlers<'draft'>, 'compare' | 'merge'> {
  return {
    async compare({ connectionId }) {
      const remote = await readRemote(connectionId);
      if (!remote.ok) return remote;
      const current = await drafts.current(connectionId);
      if (!current.ok) return current;
      const draft = current.value;
      const { total } = diffLists(baseReaders(draft), remote.value.readers);
      if (draft.baseReadAt !== null && total === 0) {
        moved.delete(connectionId);
        return ok({ kind: 'unmoved' });
      }
      const kept = await losses.noticed(connectionId, draft, remote.value);
      if (!kept.ok) return kept;
      moved.set(connectionId, { remote: remote.value, baseReadAt: draft.baseReadAt, readers: total });
      const { readers, readAt } = remote.value;
      return ok({ kind: 'moved', seq: draft.seq, readAt, merge: mergeLists(draft.rows, readers) });
    },

    async merge({ connectionId, seq, readAt, choices }) {
      const compared = moved.get(connectionId);
      if (compared?.remote.readAt !== readAt) return fail(movedOn());
      const { remote, baseReadAt } = compared;
      const keep = new Map(choices.map((choice) => [choice.row, choice.keep]));
      const merged = await drafts.merge(connectionId, { seq, baseReadAt }, remote, keep);
      if (!merged.ok) return merged;
      moved.delete(connectionId);
      return ok({ seq: merged.value.seq });
    },
  };
}
