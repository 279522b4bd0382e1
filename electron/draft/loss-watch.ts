import type { AppError } from '../../core/app-error.ts';
import { baseReaders, type Draft } from '../../core/draft/draft.ts';
import { type ListLoss, type Loss, losesMuch, lossBetween } from '../../core/draft/list-loss.ts';
import { createQueues } from '../../core/queue.ts';
import type { Reader, RemoteList } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { DraftStore } from './draft-store.ts';
import { readLoss, writeLoss } from './loss-file.ts';

/** Keeps what Camio's list loses while it is read, and tells of it until a person has dealt with it. */
export interface LossWatch {
  /** A list was read that is not the draft's base. Where it lost much, the base is a snapshot before anything is told. */
  noticed(connectionId: string, draft: Draft, remote: RemoteList): Promise<Result<void, AppError>>;
  /** The draft is about to stand on another list: every reader that this one lost is in a snapshot once this is ok. */
  beforeMoving(connectionId: string, draft: Draft, remote: RemoteList): Promise<Result<void, AppError>>;
  state(connectionId: string): Promise<Result<ListLoss | null, AppError>>;
  /** The readers of the list that was held. */
  held(connectionId: string): Promise<Result<readonly Reader[], AppError>>;
  putAway(connectionId: string): Promise<Result<void, AppError>>;
}

export interface LossWatchNeeds {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  /** Keeps a list, on disk, as one from before Camio's list shrank. */
  readonly keep: (connectionId: string, remote: RemoteList) => Promise<Result<{ readonly id: string }, AppError>>;
  readonly read: (connectionId: string, snapshotId: string) => Promise<Result<RemoteList, AppError>>;
  readonly onChange: (connectionId: string, loss: ListLoss | null) => void;
  /** Told of a file that was set aside. */
  readonly notice: (error: AppError) => void;
  readonly now: () => Date;
}

export function createLossWatch({ connections, keep, read, onChange, notice, now }: LossWatchNeeds): LossWatch {
  const queues = createQueues();

  async function load(connectionId: string): Promise<Result<ListLoss | null, AppError>> {
    const known = await readLoss(connections.folder(connectionId), now());
    if (!known.ok) return known;
    known.value.notices.forEach(notice);
    return ok(known.value.loss);
  }

  async function write(connectionId: string, loss: ListLoss | null): Promise<Result<void, AppError>> {
    const written = await writeLoss(connections.folder(connectionId), loss);
    if (written.ok) onChange(connectionId, loss);
    return written;
  }

  async function keepBase(connectionId: string, draft: Draft): Promise<Result<string, AppError>> {
    const readAt = draft.baseReadAt ?? now().toISOString();
    const kept = await keep(connectionId, { readers: baseReaders(draft), readAt });
    return kept.ok ? ok(kept.value.id) : fail(notKept(kept.error));
  }

  async function heldBy(connectionId: string, loss: ListLoss | null): Promise<readonly Reader[] | null> {
    const snapshot = loss && (await read(connectionId, loss.snapshotId));
    return snapshot?.ok ? snapshot.value.readers : null;
  }

  async function look(connectionId: string, draft: Draft, remote: RemoteList): Promise<Result<void, AppError>> {
    const known = await load(connectionId);
    if (!known.ok) return known;
    const base = baseReaders(draft);
    const lost = lossBetween(base, remote.readers);
    const held = await heldBy(connectionId, known.value);
    const current = known.value && held && { ...known.value, ...numbers(lossBetween(held, remote.readers), remote) };
    const isNews = losesMuch(lost, { of: base.length, now: remote.readers.length }) && (!current || !holds(held, lost));
    if (isNews) {
      const kept = await keepBase(connectionId, draft);
      if (!kept.ok) return kept;
      const loss = { snapshotId: kept.value, held: base.length, noticedAt: now().toISOString() };
      return write(connectionId, { ...loss, ...numbers(lost, remote) });
    }
    if (!current || !known.value || isSame(current, known.value)) return ok(undefined);
    return write(connectionId, current);
  }

  return {
    noticed: (connectionId, draft, remote) => queues.run(connectionId, () => look(connectionId, draft, remote)),

    beforeMoving: (connectionId, draft, remote) =>
      queues.run(connectionId, async () => {
        const noticed = await look(connectionId, draft, remote);
        if (!noticed.ok) return noticed;
        const lost = lossBetween(baseReaders(draft), remote.readers);
        if (isNothing(lost)) return ok(undefined);
        const known = await load(connectionId);
        if (!known.ok) return known;
        if (holds(await heldBy(connectionId, known.value), lost)) return ok(undefined);
        const kept = await keepBase(connectionId, draft);
        return kept.ok ? ok(undefined) : kept;
      }),

    state: (connectionId) => queues.run(connectionId, () => load(connectionId)),

    held: (connectionId) =>
      queues.run(connectionId, async () => {
        const known = await load(connectionId);
        if (!known.ok) return known;
        if (!known.value) return ok([]);
        const snapshot = await read(connectionId, known.value.snapshotId);
        return snapshot.ok ? ok(snapshot.value.readers) : snapshot;
      }),

    putAway: (connectionId) => queues.run(connectionId, () => write(connectionId, null)),
  };
}

/** Drafts that are put on a list only after what it lost is kept. */
export function keepingDrafts(drafts: DraftStore, losses: Pick<LossWatch, 'beforeMoving'>): DraftStore {
  const kept = async (connectionId: string, remote: RemoteList): Promise<Result<void, AppError>> => {
    const current = await drafts.current(connectionId);
    return current.ok ? losses.beforeMoving(connectionId, current.value, remote) : current;
  };
  return {
    ...drafts,
    async rebase(connectionId, remote) {
      const lost = await kept(connectionId, remote);
      return lost.ok ? drafts.rebase(connectionId, remote) : lost;
    },
    async merge(connectionId, compared, remote, choices) {
      const lost = await kept(connectionId, remote);
      return lost.ok ? drafts.merge(connectionId, compared, remote, choices) : lost;
    },
  };
}

const isNothing = ({ gone, unnamed }: Loss): boolean => gone.length + unnamed.length === 0;

/** Whether a list that was kept has all that was lost. */
function holds(held: readonly Reader[] | null, { gone, unnamed }: Loss): boolean {
  if (!held) return false;
  const missing = lossBetween([...gone, ...unnamed], held);
  return isNothing(missing);
}

function numbers({ gone, unnamed }: Loss, { readers }: RemoteList): Pick<ListLoss, 'now' | 'gone' | 'unnamed'> {
  return { now: readers.length, gone: gone.length, unnamed: unnamed.length };
}

const isSame = (a: ListLoss, b: ListLoss): boolean => a.now === b.now && a.gone === b.gone && a.unnamed === b.unnamed;

function notKept(error: AppError): AppError {
  return {
    ...error,
    message: `Camio’s list has lost readers, and the list from before could not be kept as a snapshot, so the draft was left on it. ${error.message}`,
  };
}
