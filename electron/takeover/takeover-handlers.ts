import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import { draftReaders } from '../../core/draft/draft.ts';
import { compareLists } from '../../core/history/comparison.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { totalChanges } from '../../core/readers/change.ts';
import { fail, ok } from '../../core/result.ts';
import { undoneChanges, withChanges } from '../../core/takeover/takeover.ts';
import type { CamioAccounts } from '../connections/camio-accounts.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { TakeoverWatch } from './takeover-watch.ts';

interface TakeoverHandlersNeeds {
  readonly watch: Pick<TakeoverWatch, 'takeover' | 'changes' | 'undone' | 'dismiss'>;
  readonly drafts: Pick<DraftStore, 'rebase' | 'apply'>;
  readonly accounts: CamioAccounts;
  readonly now: () => Date;
}

/** The window's way to pushes that were undone. What was pushed goes back into the draft, never straight to Camio. */
export function createTakeoverHandlers({ watch, drafts, accounts, now }: TakeoverHandlersNeeds): Handlers<'takeover'> {
  return {
    async state({ connectionId }) {
      return ok(await watch.takeover(connectionId));
    },

    async restore({ connectionId }) {
      const client = await accounts.client(connectionId);
      if (!client.ok) return client;
      const read = await client.value.readList(new AbortController().signal);
      if (!read.ok) return fail(phraseFailure(read.error, 'read the list'));
      const { readers } = read.value;
      const changes = await watch.changes(connectionId);
      const seen = new Set([...(await watch.undone(connectionId)), ...undoneChanges(changes, readers)]);
      const undone = changes.filter((change) => seen.has(change));

      const rebased = await drafts.rebase(connectionId, { readers, readAt: now().toISOString() });
      if (!rebased.ok) return rebased;
      const mine = draftReaders(rebased.value);
      const restored = withChanges(mine, undone);
      const { counts } = compareLists(mine, restored);
      if (totalChanges(counts) > 0) {
        const action = { kind: 'set list', readers: restored, reason: 'push restored' } as const;
        const applied = await drafts.apply(connectionId, rebased.value.seq, action);
        if (!applied.ok) return applied;
      }
      await watch.dismiss(connectionId);
      return totalChanges(counts) > 0 ? ok({ kind: 'restored', counts }) : ok({ kind: 'same' });
    },

    async dismiss({ connectionId }) {
      await watch.dismiss(connectionId);
      return ok(undefined);
    },
  };
}
