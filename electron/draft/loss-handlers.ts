import type { AppError } from '../../core/app-error.ts';
import { type Draft, draftReaders } from '../../core/draft/draft.ts';
import { withHeld } from '../../core/draft/list-loss.ts';
import type { Choice } from '../../core/draft/merge.ts';
import { mergeLists } from '../../core/draft/merge-lists.ts';
import { compareLists } from '../../core/history/comparison.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { totalChanges } from '../../core/readers/change.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { formatCount } from '../../core/text/amounts.ts';
import type { ReadRemote } from '../connections/read-remote.ts';
import type { DraftStore } from './draft-store.ts';
import type { LossWatch } from './loss-watch.ts';
import type { MovedLists } from './moved-lists.ts';

interface LossHandlersNeeds {
  readonly losses: Pick<LossWatch, 'state' | 'held' | 'putAway'>;
  readonly drafts: Pick<DraftStore, 'current' | 'merge' | 'apply'>;
  readonly readRemote: ReadRemote;
  readonly moved: MovedLists;
}

/** What the window can do about a list of Camio's that lost readers. They come back into the draft, never straight to Camio. */
export function createLossHandlers({ losses, drafts, readRemote, moved }: LossHandlersNeeds): Handlers<'loss'> {
  return {
    state: ({ connectionId }) => losses.state(connectionId),

    async compare({ connectionId }) {
      const held = await losses.held(connectionId);
      if (!held.ok) return held;
      const remote = await readRemote(connectionId);
      return remote.ok ? ok(compareLists(held.value, remote.value.readers)) : remote;
    },

    async restore({ connectionId }) {
      const held = await losses.held(connectionId);
      if (!held.ok) return held;
      const read = await readRemote(connectionId);
      if (!read.ok) return read;
      const remote = read.value;
      const current = await drafts.current(connectionId);
      if (!current.ok) return current;
      const draft = current.value;
      const choices = keepingWhatTheyRemoved(draft, remote.readers);
      if (!choices.ok) return choices;
      const merged = await drafts.merge(connectionId, draft, remote, choices.value);
      if (!merged.ok) return merged;
      moved.delete(connectionId);

      const mine = draftReaders(merged.value);
      const removed = removedHere(draft);
      const wanted = held.value.filter(({ id }) => !removed.has(id));
      const restored = withHeld(mine, wanted, remote.readers);
      const { counts } = compareLists(mine, restored);
      if (totalChanges(counts) > 0) {
        const action = { kind: 'set list', readers: restored, reason: 'snapshot restored' } as const;
        const applied = await drafts.apply(connectionId, merged.value.seq, action);
        if (!applied.ok) return applied;
      }
      const putAway = await losses.putAway(connectionId);
      if (!putAway.ok) return putAway;
      return ok(totalChanges(counts) > 0 ? { kind: 'restored', counts } : { kind: 'same' });
    },

    putAway: ({ connectionId }) => losses.putAway(connectionId),
  };
}

/** Readers that were changed here and removed there stay; any other clash is for a person to decide first. */
function keepingWhatTheyRemoved(
  draft: Draft,
  remote: Parameters<typeof mergeLists>[1],
): Result<ReadonlyMap<number, Choice>, AppError> {
  const { clashes } = mergeLists(draft.rows, remote);
  const open = clashes.filter(({ theirs }) => theirs !== null).length;
  return open > 0 ? fail(clashesFirst(open)) : ok(new Map(clashes.map(({ row }) => [row, 'mine'])));
}

/** Readers that the person has taken out of the draft and that were not pushed yet. */
function removedHere({ rows }: Draft): ReadonlySet<string> {
  const removed = new Set<string>();
  rows.forEach(({ base, mine }) => {
    if (base && !mine) removed.add(base.id);
  });
  return removed;
}

function clashesFirst(clashes: number): AppError {
  const readers = clashes === 1 ? '1 reader was' : `${formatCount(clashes)} readers were`;
  return {
    code: 'blocked',
    message: `${readers} changed both here and in Camio, so nothing was restored yet.`,
    next: 'Go to Review, choose whose change to keep and use the merged list. Then restore.',
  };
}
