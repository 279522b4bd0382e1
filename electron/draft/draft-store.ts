import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import {
  type Draft,
  type DraftAction,
  draftReaders,
  rebaseAfterPush,
  rebaseOnOwn,
  rebaseOnSent,
  rebaseUnseen,
} from '../../core/draft/draft.ts';
import { adoptList } from '../../core/draft/list-loss.ts';
import type { Choice } from '../../core/draft/merge.ts';
import { mergeDraft } from '../../core/draft/merge-draft.ts';
import { totalChanges } from '../../core/readers/change.ts';
import { diffReadBack } from '../../core/readers/diff.ts';
import type { Reader, RemoteList } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { diskError } from '../store/disk-error.ts';
import { removeFolder } from '../store/held-file.ts';
import type { JournalledOptions } from '../store/journalled/journalled.ts';
import { createJournals } from '../store/journalled/journals.ts';
import { draftFormat } from './draft-format.ts';
import { clashesLeft, movedOn } from './merge-refusals.ts';

/** The drafts on disk, one journal per connection, opened on first use. */
export interface DraftStore {
  /** The draft with what opening its files found out (said once, to whoever opens it first). */
  open(
    connectionId: string,
  ): Promise<Result<{ readonly draft: Draft; readonly notices: readonly AppError[] }, AppError>>;
  /** The draft as it is on disk. What opening its files found out is left for `open` to say. */
  current(connectionId: string): Promise<Result<Draft, AppError>>;
  /** Applies an action to the draft numbered `seq`; ok means it is on disk. */
  apply(connectionId: string, seq: number, action: DraftAction): Promise<Result<Draft, AppError>>;
  /** Puts the draft on a list just read, on disk: the base moved under the draft, or Camio holds the draft's own list. */
  rebase(connectionId: string, remote: RemoteList): Promise<Result<Draft, AppError>>;
  /**
   * Puts the draft on the list that a push sent and read back, on disk. `sent` is the draft as it was sent; what was done
   * since then stays as changes.
   */
  rebaseAfterPush(connectionId: string, remote: RemoteList, sent: Draft): Promise<Result<Draft, AppError>>;
  /** `rebaseAfterPush` where of what was sent only the list is known; on disk. */
  rebaseOnSent(connectionId: string, remote: RemoteList, sent: readonly Reader[]): Promise<Result<Draft, AppError>>;
  /** Puts the draft on the list of `sent`, which Camio accepted and does not let be read; on disk. */
  rebaseUnseen(connectionId: string, sent: Draft): Promise<Result<Draft, AppError>>;
  /**
   * Merges the draft with a list of Camio's and puts it on that list, on disk. Refuses with `draft-out-of-step` where the
   * draft is not the one that was compared any more, and with `blocked` while a clash has no choice.
   */
  merge(
    connectionId: string,
    compared: ComparedDraft,
    remote: RemoteList,
    choices: ReadonlyMap<number, Choice>,
  ): Promise<Result<Draft, AppError>>;
  /** Unpushed changes, or null where nothing was ever read or entered. Does not fail: a draft that cannot be read counts as null. */
  changes(connectionId: string): Promise<number | null>;
  /** Deletes the connection's files. */
  discard(connectionId: string): Promise<Result<void, AppError>>;
  /** Waits for writes under way and compacts; called before quitting. */
  close(): Promise<void>;
}

/** What tells the draft that was compared from any later state of it. */
export type ComparedDraft = Pick<Draft, 'seq' | 'baseReadAt'>;

export interface DraftStoreOptions extends Partial<JournalledOptions> {
  readonly connections: Pick<ConnectionStore, 'folder'>;
}

export function createDraftStore({ connections, ...options }: DraftStoreOptions): DraftStore {
  const folderOf = (connectionId: string) => join(connections.folder(connectionId), 'draft');
  const journals = createJournals(draftFormat, folderOf, options);

  return {
    async open(connectionId) {
      const journal = await journals.of(connectionId);
      return journal.ok ? ok({ draft: journal.value.state, notices: journal.value.takeNotices() }) : journal;
    },

    async current(connectionId) {
      const journal = await journals.of(connectionId);
      return journal.ok ? ok(journal.value.state) : journal;
    },

    async apply(connectionId, seq, action) {
      const journal = await journals.of(connectionId);
      return journal.ok ? journal.value.apply(seq, action) : journal;
    },

    async rebase(connectionId, remote) {
      const journal = await journals.of(connectionId);
      if (!journal.ok) return journal;
      return journal.value.replace((draft) =>
        ok(holdsOwn(draft, remote) ? rebaseOnOwn(draft, remote) : adoptList(draft, remote)),
      );
    },

    async rebaseAfterPush(connectionId, remote, sent) {
      const journal = await journals.of(connectionId);
      return journal.ok ? journal.value.replace((draft) => ok(rebaseAfterPush(draft, sent, remote))) : journal;
    },

    async rebaseOnSent(connectionId, remote, sent) {
      const journal = await journals.of(connectionId);
      return journal.ok ? journal.value.replace((draft) => ok(rebaseOnSent(draft, sent, remote))) : journal;
    },

    async merge(connectionId, { seq, baseReadAt }, remote, choices) {
      const journal = await journals.of(connectionId);
      if (!journal.ok) return journal;
      return journal.value.replace((draft) => {
        if (draft.seq !== seq || draft.baseReadAt !== baseReadAt) return fail(movedOn());
        const merged = mergeDraft(draft, remote, choices);
        return merged.ok ? merged : fail(clashesLeft(merged.error.clashes));
      });
    },

    async rebaseUnseen(connectionId, sent) {
      const journal = await journals.of(connectionId);
      return journal.ok ? journal.value.replace((draft) => ok(rebaseUnseen(draft, sent))) : journal;
    },

    async changes(connectionId) {
      const journal = await journals.of(connectionId);
      if (!journal.ok) return null;
      const { baseReadAt, counts } = journal.value.state;
      const changes = totalChanges(counts);
      return baseReadAt === null && changes === 0 ? null : changes;
    },

    discard: (connectionId) =>
      journals.release(connectionId, async () => {
        const folder = connections.folder(connectionId);
        try {
          await removeFolder(folder);
          return ok(undefined);
        } catch (error) {
          return fail(diskError(error, folder));
        }
      }),

    close: journals.close,
  };
}

/** Camio holds what the draft says: a push went through whose outcome was not seen, or the draft changes nothing. */
export function holdsOwn(draft: Draft, remote: RemoteList): boolean {
  return diffReadBack(draftReaders(draft), remote.readers).total === 0;
}
