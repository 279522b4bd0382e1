import { setTimeout } from 'node:timers/promises';
import { baseReaders, type Draft } from '../../core/draft/draft.ts';
import type { Emit } from '../../core/ipc/contract.ts';
import { diffLists } from '../../core/readers/diff.ts';
import type { RemoteList } from '../../core/readers/reader.ts';
import type { ReadRemote } from '../connections/read-remote.ts';
import type { DraftStore } from './draft-store.ts';
import type { LossWatch } from './loss-watch.ts';
import { type MovedLists, movedFrom } from './moved-lists.ts';

export interface DriftWatch {
  /** Watches this connection's list from now on, instead of the one before; null watches none. */
  follow(connectionId: string | null): void;
}

interface DriftWatchNeeds {
  readonly drafts: Pick<DraftStore, 'current'>;
  readonly readRemote: ReadRemote;
  readonly moved: MovedLists;
  /** A list that cannot be kept now is kept before it is adopted, or it is not adopted. */
  readonly losses: Pick<LossWatch, 'noticed'>;
  readonly emit: Emit;
  readonly isOnline: () => boolean;
  readonly isPushing: (connectionId: string) => Promise<boolean>;
  readonly now: () => Date;
  /** How old what is known of Camio's list may grow before it is looked at again. */
  readonly everyMs?: number;
  /** Ends early, as it likes, once the signal is aborted. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Looks now and then whether the followed connection's list in Camio is still the draft's base, and tells the window once
 * where it is not. Nobody waits for it: it stands back while a push runs or the network is away, and a look that fails is
 * simply the last one until the next.
 */
export function createDriftWatch(needs: DriftWatchNeeds): DriftWatch {
  const { drafts, readRemote, moved, losses, emit, isOnline, isPushing, now } = needs;
  const { everyMs = 3 * 60_000, wait = (ms, signal) => setTimeout(ms, undefined, { signal, ref: false }) } = needs;
  const lookedAtMs = new Map<string, number>();
  let following = new AbortController();

  /** How long what was last read, here or by the person, stays recent enough. */
  async function dueInMs(connectionId: string): Promise<number> {
    const current = await drafts.current(connectionId);
    const baseReadAt = current.ok ? current.value.baseReadAt : null;
    const nowMs = now().getTime();
    const readMs = baseReadAt === null ? nowMs : Date.parse(baseReadAt);
    // A clock that was set back must not put the next look off for long.
    return Math.min(Math.max(readMs, lookedAtMs.get(connectionId) ?? 0) + everyMs - nowMs, everyMs);
  }

  async function look(connectionId: string, signal: AbortSignal): Promise<void> {
    lookedAtMs.set(connectionId, now().getTime());
    if (!isOnline() || (await isPushing(connectionId))) return;
    const before = await drafts.current(connectionId);
    if (!before.ok || before.value.baseReadAt === null) return;
    const read = await readRemote(connectionId, signal);
    if (!read.ok || signal.aborted || (await isPushing(connectionId))) return;
    const after = await drafts.current(connectionId);
    // Put on another list meanwhile, by a push or a refresh: what was read may be older than that.
    if (!after.ok || after.value.baseReadAt !== before.value.baseReadAt) return;
    await losses.noticed(connectionId, after.value, read.value);
    tell(connectionId, after.value, read.value);
  }

  function tell(connectionId: string, draft: Draft, remote: RemoteList): void {
    const base = baseReaders(draft);
    const known = movedFrom(moved, connectionId, draft)?.remote.readers ?? base;
    // Kept with its old time where it is the list the person has seen already, so that a merge of that one goes on.
    if (diffLists(known, remote.readers).total === 0) return;
    const { total } = diffLists(base, remote.readers);
    if (total === 0) moved.delete(connectionId);
    else moved.set(connectionId, { remote, baseReadAt: draft.baseReadAt, readers: total });
    emit('remoteMoved', { connectionId, readers: total });
  }

  async function watch(connectionId: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const dueMs = await dueInMs(connectionId);
      if (dueMs > 0) await wait(dueMs, signal);
      else await look(connectionId, signal);
    }
  }

  return {
    follow(connectionId) {
      following.abort();
      following = new AbortController();
      const { signal } = following;
      if (connectionId === null) return;
      watch(connectionId, signal).catch((error: unknown) => {
        // The wait says so by throwing; anything else is a bug and must show.
        if (!signal.aborted) throw error;
      });
    },
  };
}
