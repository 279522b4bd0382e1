import type { AppError } from '../../core/app-error.ts';
import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import { draftReaders } from '../../core/draft/draft.ts';
import { compareLists } from '../../core/history/comparison.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { totalChanges } from '../../core/readers/change.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CamioAccounts } from '../connections/camio-accounts.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { Snapshots } from './snapshots.ts';

interface HistoryHandlersNeeds {
  readonly snapshots: Snapshots;
  readonly drafts: Pick<DraftStore, 'current' | 'apply'>;
  readonly accounts: CamioAccounts;
  readonly now: () => Date;
}

/** The window's way to the snapshots. A restored one goes into the draft, never to Camio. */
export function createHistoryHandlers({ snapshots, drafts, accounts, now }: HistoryHandlersNeeds): Handlers<'history'> {
  async function readersOf(connectionId: string, side: string): Promise<Result<readonly Reader[], AppError>> {
    if (side !== 'draft') {
      const read = await snapshots.read(connectionId, side);
      return read.ok ? ok(read.value.readers) : read;
    }
    const current = await drafts.current(connectionId);
    return current.ok ? ok(draftReaders(current.value)) : current;
  }

  return {
    list: ({ connectionId }) => snapshots.list(connectionId),
    check: ({ connectionId }) => snapshots.check(connectionId),

    async take({ connectionId }) {
      const client = await accounts.client(connectionId);
      if (!client.ok) return client;
      const read = await client.value.readList(new AbortController().signal);
      if (!read.ok) return fail(phraseFailure(read.error, 'read the list'));
      const { readers } = read.value;
      const taken = await snapshots.take(connectionId, { readers, readAt: now().toISOString() }, 'on demand');
      return taken.ok ? ok({ readers: readers.length }) : taken;
    },

    async compare({ connectionId, from, to }) {
      const left = await readersOf(connectionId, from);
      if (!left.ok) return left;
      const right = await readersOf(connectionId, to);
      return right.ok ? ok(compareLists(left.value, right.value)) : right;
    },

    async restore({ connectionId, snapshotId, seq }) {
      const snapshot = await snapshots.read(connectionId, snapshotId);
      if (!snapshot.ok) return snapshot;
      const { readers } = snapshot.value;
      const current = await drafts.current(connectionId);
      if (!current.ok) return current;
      const draft = current.value;
      if (draft.baseReadAt === null) return fail(neverRead);
      const { counts } = compareLists(draftReaders(draft), readers);
      if (totalChanges(counts) === 0) return ok({ kind: 'same' });
      const applied = await drafts.apply(connectionId, seq, { kind: 'set list', readers, reason: 'snapshot restored' });
      return applied.ok ? ok({ kind: 'restored', counts }) : applied;
    },
  };
}

const neverRead: AppError = {
  code: 'nothing-loaded',
  message: 'Camio’s list was never read for this connection, so the draft has nothing to stand on.',
  next: 'Refresh from Camio on the Readers page first, then restore the snapshot.',
};
