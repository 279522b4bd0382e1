import type { AppError } from '../../core/app-error.ts';
import { createQueues } from '../../core/queue.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail } from '../../core/result.ts';
import type { PushedChange } from '../../core/takeover/pushed-changes.ts';
import { type Takeover, undoneChanges, undoneDifferences } from '../../core/takeover/takeover.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { type Pushed, readPushed, writePushed } from './pushed-file.ts';

/** Tells when a push of ours was undone, by comparing every list that is read with what was pushed last. */
export interface TakeoverWatch {
  /** A push begins: until it ends, nothing that is read says anything about the one before. */
  hold(connectionId: string): void;
  release(connectionId: string): void;
  /** A push arrived: watched from now on, and looked at again soon. */
  pushed(connectionId: string, changes: readonly PushedChange[]): Promise<void>;
  /** A list was read, by whomever. */
  observe(connectionId: string, readers: readonly Reader[]): Promise<void>;
  takeover(connectionId: string): Promise<Takeover | null>;
  /** The changes of the last push; none where there is nothing to watch. */
  changes(connectionId: string): Promise<readonly PushedChange[]>;
  /** Those of them that were seen undone. */
  undone(connectionId: string): Promise<readonly PushedChange[]>;
  /** The person knows; this push is watched no longer. */
  dismiss(connectionId: string): Promise<void>;
  /** The connection was deleted, with the file of its last push. Another one may come under its id. */
  forget(connectionId: string): Promise<void>;
  /** Ends every look that is planned. */
  close(): void;
}

export interface TakeoverWatchOptions {
  readonly connections: Pick<ConnectionStore, 'get' | 'folder'>;
  /** Reads the list once more; what it finds comes back through `observe`. */
  readonly look: (connectionId: string) => Promise<void>;
  readonly onChange: (connectionId: string, takeover: Takeover | null) => void;
  /** Told where it could not be kept on disk. */
  readonly notice: (error: AppError) => void;
  readonly now: () => Date;
  /** Runs something after so many ms; answers with the function that calls it off. */
  readonly later?: (run: () => void, ms: number) => () => void;
}

/** When the list is looked at again after a push. From then on, whoever reads it while the connection is open does. */
const soonAfterMs = [15_000, 60_000, 300_000, 900_000] as const;

export function createTakeoverWatch(options: TakeoverWatchOptions): TakeoverWatch {
  const { connections, look, onChange, notice, now, later = runLater } = options;
  const held = new Set<string>();
  const known = new Map<string, Pushed | null>();
  /** Records of a newer version, which are not written over; each with its refusal. */
  const newer = new Map<string, AppError>();
  const planned = new Map<string, readonly (() => void)[]>();
  const queues = createQueues();

  async function load(connectionId: string): Promise<Pushed | null> {
    const loaded = known.get(connectionId);
    if (loaded !== undefined || !connections.get(connectionId)) return loaded ?? null;
    const read = await readPushed(connections.folder(connectionId), now);
    if (!read.ok) notice(read.error);
    if (!read.ok && read.error.code === 'corrupt-file') newer.set(connectionId, read.error);
    for (const error of read.ok ? read.value.notices : []) notice(error);
    const value = read.ok ? read.value.pushed : null;
    known.set(connectionId, value);
    return value;
  }

  async function keep(connectionId: string, value: Pushed | null): Promise<void> {
    const before = known.get(connectionId)?.takeover ?? null;
    known.set(connectionId, value);
    const refused = newer.get(connectionId);
    const written = refused ? fail(refused) : await writePushed(connections.folder(connectionId), value);
    if (!written.ok) notice(written.error);
    const after = value?.takeover ?? null;
    if (before !== after) onChange(connectionId, after);
  }

  function callOff(connectionId: string): void {
    for (const call of planned.get(connectionId) ?? []) call();
    planned.delete(connectionId);
  }

  return {
    hold: (connectionId) => void held.add(connectionId),
    release: (connectionId) => void held.delete(connectionId),

    pushed: (connectionId, changes) =>
      queues.run(connectionId, async () => {
        await load(connectionId);
        await keep(connectionId, { at: now().toISOString(), changes, takeover: null });
        callOff(connectionId);
        const looks = soonAfterMs.map((ms) => later(() => void look(connectionId), ms));
        planned.set(connectionId, looks);
      }),

    observe: (connectionId, readers) =>
      queues.run(connectionId, async () => {
        if (held.has(connectionId)) return;
        const pushed = await load(connectionId);
        if (!pushed) return;
        // What was seen undone stays so, whatever a later list has there: only the person puts the warning away.
        const seen = new Set([...seenUndone(pushed), ...undoneChanges(pushed.changes, readers)]);
        const undone = pushed.changes.flatMap((change, at) => (seen.has(change) ? [at] : []));
        if (undone.length <= (pushed.takeover?.undone.total ?? 0)) return;
        const takeover = {
          pushedAt: pushed.at,
          noticedAt: now().toISOString(),
          undone: undoneDifferences(pushed.changes.filter((change) => seen.has(change))),
          of: pushed.changes.length,
        };
        await keep(connectionId, { ...pushed, takeover, undone });
      }),

    takeover: (connectionId) => queues.run(connectionId, async () => (await load(connectionId))?.takeover ?? null),
    changes: (connectionId) => queues.run(connectionId, async () => (await load(connectionId))?.changes ?? []),

    undone: (connectionId) =>
      queues.run(connectionId, async () => {
        const pushed = await load(connectionId);
        return pushed ? seenUndone(pushed) : [];
      }),

    dismiss: (connectionId) =>
      queues.run(connectionId, async () => {
        callOff(connectionId);
        if (await load(connectionId)) await keep(connectionId, null);
      }),

    forget: (connectionId) =>
      queues.run(connectionId, async () => {
        callOff(connectionId);
        known.delete(connectionId);
        newer.delete(connectionId);
      }),

    close() {
      for (const connectionId of planned.keys()) callOff(connectionId);
    },
  };
}

function seenUndone({ changes, undone = [] }: Pushed): PushedChange[] {
  return undone.flatMap((at) => changes[at] ?? []);
}

function runLater(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
