import { baseLength, baseReaders, hasChanges } from '../../core/draft/draft.ts';
import { losesMuch, lossBetween } from '../../core/draft/list-loss.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { diffLists } from '../../core/readers/diff.ts';
import { phraseDrift } from '../../core/readers/phrase-drift.ts';
import { ok } from '../../core/result.ts';
import type { ReadRemote } from '../connections/read-remote.ts';
import { createActionArrivals } from './action-arrivals.ts';
import { createDraftOpenings } from './draft-openings.ts';
import { type DraftStore, holdsOwn } from './draft-store.ts';
import type { DriftWatch } from './drift-watch.ts';
import type { LossWatch } from './loss-watch.ts';
import { createMergeHandlers } from './merge-handlers.ts';
import { type MovedLists, movedFrom } from './moved-lists.ts';

interface DraftHandlersNeeds {
  readonly drafts: DraftStore;
  readonly readRemote: ReadRemote;
  readonly moved: MovedLists;
  readonly losses: Pick<LossWatch, 'noticed'>;
  readonly watch: Pick<DriftWatch, 'follow'>;
}

/** The window's way to the drafts. */
export function createDraftHandlers(needs: DraftHandlersNeeds): Handlers<'draft'> {
  const { drafts, readRemote, moved, losses, watch } = needs;
  const openings = createDraftOpenings();
  const arrivals = createActionArrivals();
  const apply: Handlers<'draft'>['apply'] = async ({ connectionId, seq, action }) => {
    const applied = await drafts.apply(connectionId, seq, action);
    return applied.ok ? ok({ seq: applied.value.seq }) : applied;
  };
  return {
    ...createMergeHandlers(needs),

    async open({ connectionId }) {
      const opened = await drafts.open(connectionId);
      if (!opened.ok) return opened;
      const { draft, notices } = opened.value;
      const begun = openings.begin(connectionId, draft);
      if (!begun.ok) return begun;
      return ok({ ...begun.value, notices, moved: movedFrom(moved, connectionId, draft)?.readers ?? 0 });
    },

    async more({ connectionId, opening }) {
      return openings.more(connectionId, opening);
    },

    apply,

    async applyPart({ connectionId, seq, ...part }) {
      const action = arrivals.take(connectionId, part);
      return action ? apply({ connectionId, seq, action }) : ok(null);
    },

    async refresh({ connectionId }) {
      const read = await readRemote(connectionId);
      if (!read.ok) return read;
      const remote = read.value;
      const current = await drafts.current(connectionId);
      if (!current.ok) return current;
      const draft = current.value;
      const differences = diffLists(baseReaders(draft), remote.readers);
      const hasMoved = draft.baseReadAt !== null && differences.total > 0;
      if (hasMoved && hasChanges(draft) && !holdsOwn(draft, remote)) {
        const kept = await losses.noticed(connectionId, draft, remote);
        if (!kept.ok) return kept;
        moved.set(connectionId, { remote, baseReadAt: draft.baseReadAt, readers: differences.total });
        return ok({ kind: 'drift', differences, error: phraseDrift(differences) });
      }
      const rebased = await drafts.rebase(connectionId, remote);
      if (!rebased.ok) return rebased;
      moved.delete(connectionId);
      const loss = lossBetween(baseReaders(draft), remote.readers);
      const isMuch = losesMuch(loss, { of: baseLength(draft), now: remote.readers.length });
      return ok({
        kind: 'adopted',
        readers: remote.readers.length,
        moved: hasMoved ? differences : null,
        lost: isMuch ? loss.gone.length + loss.unnamed.length : 0,
      });
    },

    async watch({ connectionId }) {
      watch.follow(connectionId);
      return ok(undefined);
    },
  };
}
