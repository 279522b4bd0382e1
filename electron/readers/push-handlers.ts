import { setTimeout } from 'node:timers/promises';
import { encodeDeviceList } from '../../core/camio/device-list.ts';
import type { Emit, Handlers } from '../../core/ipc.ts';
import { draftReaders } from '../../core/readers/draft.ts';
import { type PushEffects, push } from '../../core/readers/push.ts';
import { canCancel, isUnderWay, type PushState } from '../../core/readers/push-state.ts';
import { fail, ok } from '../../core/result.ts';
import type { CamioAccounts } from '../camio/camio-accounts.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { DraftStore } from './draft-store.ts';
import * as refusal from './push-refusals.ts';
import type { Snapshots } from './snapshots.ts';

interface PushHandlersNeeds {
  readonly drafts: DraftStore;
  readonly accounts: CamioAccounts;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly snapshots: Snapshots;
  readonly emit: Emit;
  readonly now: () => Date;
  readonly wait?: (ms: number) => Promise<void>;
}

/** A push of this session: how far it is, and how to stop it. */
interface RunningPush {
  state: PushState;
  readonly cancel: AbortController;
}

/** The window's way to push: one at a time per connection, each state told as it is reached. */
export function createPushHandlers(needs: PushHandlersNeeds): Handlers<'push'> {
  const { drafts, accounts, connections, snapshots, emit, now, wait = (ms) => setTimeout(ms) } = needs;
  const pushes = new Map<string, RunningPush>();
  const starting = new Set<string>();

  async function begin(connectionId: string, seq: number, typed: string) {
    const connection = connections.get(connectionId);
    if (!connection) return fail(refusal.noConnection);
    const opened = await drafts.open(connectionId);
    if (!opened.ok) return opened;
    const { draft } = opened.value;
    if (draft.seq !== seq) return fail(refusal.reviewedEarlier);
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;

    const toItsEnd = new AbortController().signal;
    const effects: PushEffects = {
      async readList(cancel) {
        const read = await client.value.readList(cancel ?? toItsEnd);
        return read.ok ? ok(read.value.readers) : read;
      },
      backUp: (remote) => snapshots.take(connectionId, remote, 'before a push'),
      replaceList: (body) => client.value.replaceList(body, toItsEnd),
      adopt: (stored) =>
        drafts.rebase(connectionId, stored, draft).then((rebased) => (rebased.ok ? ok(undefined) : rebased)),
      wait,
      now: () => now().toISOString(),
    };
    const body = encodeDeviceList(draftReaders(draft), connection.dialect);
    const cancel = new AbortController();
    const states = push({ draft, body, typed }, effects, cancel.signal);
    void follow(connectionId, { state: { kind: 'reading remote' }, cancel }, states);
    return ok(undefined);
  }

  /** Tells the window every state until the end, and an end even where this program fails. */
  async function follow(connectionId: string, running: RunningPush, states: AsyncGenerator<PushState>) {
    const tell = (state: PushState) => {
      running.state = state;
      emit('pushState', { connectionId, state });
    };
    pushes.set(connectionId, running);
    try {
      for await (const state of states) tell(state);
    } catch (error) {
      tell({ kind: 'outcome unknown', error: { ...refusal.brokeOff, detail: String(error) } });
    }
  }

  return {
    async start({ connectionId, seq, typed }) {
      const last = pushes.get(connectionId);
      if (starting.has(connectionId) || (last && isUnderWay(last.state))) return fail(refusal.busy);
      starting.add(connectionId);
      try {
        return await begin(connectionId, seq, typed);
      } finally {
        starting.delete(connectionId);
      }
    },

    async cancel({ connectionId }) {
      const running = pushes.get(connectionId);
      if (!running || !isUnderWay(running.state)) return ok(undefined);
      if (!canCancel(running.state)) return fail(refusal.tooLate);
      running.cancel.abort();
      return ok(undefined);
    },

    async state({ connectionId }) {
      return ok(pushes.get(connectionId)?.state ?? null);
    },
  };
}
