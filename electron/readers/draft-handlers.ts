import { phraseFailure } from '../../core/camio/phrase-failure.ts';
import type { Handlers } from '../../core/ipc.ts';
import { diffLists, diffReadBack } from '../../core/readers/diff.ts';
import { baseReaders, draftReaders, hasChanges } from '../../core/readers/draft.ts';
import { toDraftFile } from '../../core/readers/draft-file.ts';
import { phraseDrift } from '../../core/readers/phrase-drift.ts';
import { fail, ok } from '../../core/result.ts';
import type { CamioAccounts } from '../camio/camio-accounts.ts';
import type { DraftStore } from './draft-store.ts';

interface DraftHandlersNeeds {
  readonly drafts: DraftStore;
  readonly accounts: CamioAccounts;
  readonly now: () => Date;
}

/** The window's way to the drafts. */
export function createDraftHandlers({ drafts, accounts, now }: DraftHandlersNeeds): Handlers<'draft'> {
  return {
    async open({ connectionId }) {
      const opened = await drafts.open(connectionId);
      return opened.ok ? ok({ draft: toDraftFile(opened.value.draft), notices: opened.value.notices }) : opened;
    },

    async apply({ connectionId, seq, action }) {
      const applied = await drafts.apply(connectionId, seq, action);
      return applied.ok ? ok({ seq: applied.value.seq }) : applied;
    },

    async refresh({ connectionId }) {
      const client = await accounts.client(connectionId);
      if (!client.ok) return client;
      const read = await client.value.readList(new AbortController().signal);
      if (!read.ok) return fail(phraseFailure(read.error, 'read the list'));
      const remote = { readers: read.value.readers, readAt: now().toISOString() };

      const opened = await drafts.open(connectionId);
      if (!opened.ok) return opened;
      const { draft } = opened.value;
      const differences = diffLists(baseReaders(draft), remote.readers);
      const moved = draft.baseReadAt !== null && differences.total > 0;
      // Camio holds what the draft says: a push went through whose outcome was not seen, or the draft changes nothing.
      const holdsDraft = diffReadBack(draftReaders(draft), remote.readers).total === 0;
      if (moved && hasChanges(draft) && !holdsDraft) {
        return ok({ kind: 'drift', differences, error: phraseDrift(differences) });
      }
      const rebased = await drafts.rebase(connectionId, remote, holdsDraft ? draft : undefined);
      if (!rebased.ok) return rebased;
      return ok({ kind: 'adopted', readers: remote.readers.length, moved: moved ? differences : null });
    },
  };
}
