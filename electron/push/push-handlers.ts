import { setTimeout } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import type { CamioClient } from '../../core/camio/client.ts';
import { encodeDeviceList, parseDeviceList } from '../../core/camio/device-list.ts';
import { baseReaders, type Draft, draftLength, draftReaders } from '../../core/draft/draft.ts';
import type { Emit, Handlers } from '../../core/ipc/contract.ts';
import { createMutex } from '../../core/mutex.ts';
import { push } from '../../core/push/push.ts';
import type { PushEffects } from '../../core/push/push-plan.ts';
import { canCancel, isUnderWay, type PushState } from '../../core/push/push-state.ts';
import { settlePush } from '../../core/push/settle-push.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { pushedChanges } from '../../core/takeover/pushed-changes.ts';
import type { AccountGuard } from '../connections/account-guard.ts';
import type { CamioAccounts } from '../connections/camio-accounts.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import type { Consent } from '../consent/consent.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { LossWatch } from '../draft/loss-watch.ts';
import type { Snapshots } from '../history/snapshots.ts';
import type { TakeoverWatch } from '../takeover/takeover-watch.ts';
import type { InFlight, PushesInFlight } from './push-in-flight.ts';
import * as refusal from './push-refusals.ts';

interface PushHandlersNeeds {
  readonly drafts: Pick<DraftStore, 'current' | 'rebaseAfterPush' | 'rebaseOnSent' | 'rebaseUnseen'>;
  readonly losses: Pick<LossWatch, 'beforeMoving'>;
  /** Not observed: what a push reads of its own says nothing about the push before. */
  readonly accounts: CamioAccounts;
  readonly guard: Pick<AccountGuard, 'ask'>;
  readonly consent: Consent;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly snapshots: Pick<Snapshots, 'take'>;
  readonly inFlight: PushesInFlight;
  readonly takeovers: Pick<TakeoverWatch, 'hold' | 'release' | 'pushed'>;
  readonly emit: Emit;
  readonly now: () => Date;
  readonly wait?: PushEffects['wait'];
  readonly random?: () => number;
}

/** A push of this session: how far it is, and how to stop it. */
interface RunningPush {
  state: PushState;
  readonly cancel: AbortController;
}

/** The window's way to push, and what else has to know of pushes. */
export interface Pushes extends Handlers<'push'> {
  /** Runs what deletes a connection, while no push of it can begin. Refused while one is under way. */
  whileDeleting<T>(connectionId: string, run: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>>;
}

/** The window's way to push: one at a time per connection, each state told as it is reached. */
export function createPushHandlers(needs: PushHandlersNeeds): Pushes {
  const { drafts, losses, accounts, guard, consent, connections, snapshots, inFlight, takeovers, emit, now } = needs;
  const { wait = waitOrCancel, random = Math.random } = needs;
  const pushes = new Map<string, RunningPush>();
  /** Connections whose note of an earlier session was looked for, or is; whoever asks meanwhile waits for it. */
  const lookedFor = new Map<string, Promise<void>>();

  /** For what begins unless a push of the connection is under way, or about to begin. */
  const mutex = createMutex((connectionId) => {
    const last = pushes.get(connectionId);
    return last !== undefined && isUnderWay(last.state);
  }, refusal.busy);

  /** What a push of this draft does to the world; `note` says what is sent. */
  function effectsOf(connectionId: string, client: CamioClient, draft: Draft, note: InFlight): PushEffects {
    const toItsEnd = new AbortController().signal;
    const sent = parseDeviceList(note.body);
    const arrived = (readers: Parameters<typeof pushedChanges>[1]) =>
      takeovers.pushed(connectionId, pushedChanges(baseReaders(draft), readers));
    return {
      readList: (cancel) => client.readList(cancel ?? toItsEnd),
      askAccount: (cancel) => guard.ask(connectionId, cancel),
      keepLost: (remote) => losses.beforeMoving(connectionId, draft, remote),
      async agree(brake) {
        // As it is now: asking for the account may have just found it out.
        const connection = connections.get(connectionId);
        return connection ? consent.ask(connection, { kind: 'push', readers: draftLength(draft), brake }) : 'declined';
      },
      backUp: (remote) => snapshots.take(connectionId, remote, 'before a push'),
      noteSending: () => inFlight.write(connectionId, { ...note, startedAt: now().toISOString() }),
      async noteSettled() {
        const cleared = await inFlight.clear(connectionId);
        if (!cleared.ok) emit('notice', cleared.error);
      },
      replaceList: (body) => client.replaceList(body, toItsEnd),
      async adopt(stored) {
        const rebased = await drafts.rebaseAfterPush(connectionId, stored, draft);
        await arrived(sent.ok ? sent.value.readers : stored.readers);
        return rebased.ok ? ok(undefined) : rebased;
      },
      async adoptUnseen() {
        const rebased = await drafts.rebaseUnseen(connectionId, draft);
        return rebased.ok ? ok(undefined) : rebased;
      },
      wait,
      random,
      now: () => now().toISOString(),
    };
  }

  async function begin(connectionId: string, seq: number, typed: string, unseen: string) {
    const connection = connections.get(connectionId);
    if (!connection) return fail(noConnection);
    const opened = await drafts.current(connectionId);
    if (!opened.ok) return opened;
    const draft = opened.value;
    if (draft.seq !== seq) return fail(refusal.reviewedEarlier);
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;

    const { listKey } = connection.dialect;
    const body = encodeDeviceList(draftReaders(draft), connection.dialect);
    const note = { startedAt: now().toISOString(), body, listKey, counts: draft.counts };
    const effects = effectsOf(connectionId, client.value, draft, note);
    const cancel = new AbortController();
    const states = push({ draft, body, listKey, typed, unseen }, effects, cancel.signal);
    void follow(connectionId, { state: { kind: 'reading remote' }, cancel }, states);
    return ok(undefined);
  }

  /** Reads back what became of a list that was sent, if there is one of which that is not known. */
  async function settle(connectionId: string): Promise<Result<void, AppError>> {
    const noted = await inFlight.read(connectionId);
    if (!noted.ok) return noted;
    if (noted.value === null) return fail(refusal.nothingInFlight);
    const { startedAt, body, listKey, counts } = noted.value;
    const sent = parseDeviceList(body, listKey);
    if (!sent.ok) throw new Error('The note of a push holds no list.');
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;
    const opened = await drafts.current(connectionId);
    if (!opened.ok) return opened;
    const draft = opened.value;
    const effects: Parameters<typeof settlePush>[1] = {
      ...effectsOf(connectionId, client.value, draft, noted.value),
      // An edit that was taken back since it was sent is a change as well, so the draft as it is says too little.
      async adopt(stored) {
        const rebased = await drafts.rebaseOnSent(connectionId, stored, sent.value.readers);
        await takeovers.pushed(connectionId, pushedChanges(baseReaders(draft), sent.value.readers));
        return rebased.ok ? ok(undefined) : rebased;
      },
    };
    const cancel = new AbortController();
    const interrupted = { startedAt, sent: sent.value.readers, before: baseReaders(draft), listKey, counts };
    const states = settlePush(interrupted, effects, cancel.signal);
    void follow(connectionId, { state: { kind: 'reading back' }, cancel }, states);
    return ok(undefined);
  }

  /** Looks, once in a session, for a push that an earlier one left without an outcome. */
  async function settleEarlier(connectionId: string): Promise<void> {
    if (!connections.get(connectionId)) return;
    const looking = lookedFor.get(connectionId) ?? lookForEarlier(connectionId);
    lookedFor.set(connectionId, looking);
    await looking;
  }

  async function lookForEarlier(connectionId: string): Promise<void> {
    const settling = await mutex(connectionId, () => settle(connectionId));
    if (settling.ok || settling.error === refusal.nothingInFlight) return;
    if (settling.error === refusal.busy) {
      // What is under way now may come to nothing, and the note of the earlier one still be there.
      lookedFor.delete(connectionId);
      return;
    }
    pushes.set(connectionId, {
      state: { kind: 'outcome unknown', error: refusal.cannotSettle(settling.error) },
      cancel: new AbortController(),
    });
  }

  /** Tells the window every state until the end, and an end even where this program fails. */
  async function follow(connectionId: string, running: RunningPush, states: AsyncGenerator<PushState>) {
    const tell = (state: PushState) => {
      running.state = state;
      emit('pushState', { connectionId, state });
    };
    pushes.set(connectionId, running);
    takeovers.hold(connectionId);
    try {
      for await (const state of states) tell(state);
    } catch (error) {
      tell({ kind: 'outcome unknown', error: { ...refusal.brokeOff, detail: String(error) } });
    } finally {
      takeovers.release(connectionId);
    }
  }

  return {
    start: ({ connectionId, seq, typed, unseen }) => mutex(connectionId, () => begin(connectionId, seq, typed, unseen)),

    async cancel({ connectionId }) {
      const running = pushes.get(connectionId);
      if (!running || !isUnderWay(running.state)) return ok(undefined);
      if (!canCancel(running.state)) return fail(refusal.tooLate);
      running.cancel.abort();
      return ok(undefined);
    },

    async state({ connectionId }) {
      if (!pushes.has(connectionId)) await settleEarlier(connectionId);
      return ok(pushes.get(connectionId)?.state ?? null);
    },

    settle: ({ connectionId }) => mutex(connectionId, () => settle(connectionId)),

    whileDeleting: (connectionId, run) =>
      mutex(
        connectionId,
        async () => {
          const deleted = await run();
          if (!deleted.ok) return deleted;
          // The practice account comes again under the same id.
          pushes.delete(connectionId);
          lookedFor.delete(connectionId);
          return deleted;
        },
        refusal.busyDeleting,
      ),
  };
}

/** Waits so long, or until cancelled. */
async function waitOrCancel(ms: number, cancel: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal: cancel });
  } catch (error) {
    if (!cancel.aborted) throw error;
  }
}
