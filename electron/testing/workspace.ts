import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { readDraftParts } from '../../core/draft/draft-parts.ts';
import type { ListLoss } from '../../core/draft/list-loss.ts';
import type { Emit, Handlers } from '../../core/ipc/contract.ts';
import { isUnderWay, type PushState } from '../../core/push/push-state.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ok, type Result } from '../../core/result.ts';
import { defaultSettings } from '../../core/settings/settings.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { createSend } from '../camio/send.ts';
import { createAccountGuard } from '../connections/account-guard.ts';
import { createCamioAccounts } from '../connections/camio-accounts.ts';
import { createReadRemote } from '../connections/read-remote.ts';
import { createDraftHandlers } from '../draft/draft-handlers.ts';
import { createDraftStore } from '../draft/draft-store.ts';
import { createLossHandlers } from '../draft/loss-handlers.ts';
import { createLossWatch, keepingDrafts } from '../draft/loss-watch.ts';
import type { MovedLists } from '../draft/moved-lists.ts';
import { createHistoryHandlers } from '../history/history-handlers.ts';
import { createSnapshots } from '../history/snapshots.ts';
import { startSimulatorServer } from '../practice/simulator-server.ts';
import { createPushHandlers } from '../push/push-handlers.ts';
import { createPushesInFlight } from '../push/push-in-flight.ts';
import { createTakeoverWatch } from '../takeover/takeover-watch.ts';
import { nodeNet } from './fake-net.ts';
import { nothingToAsk } from './nothing-to-ask.ts';

/** What a refusal-free answer holds; throws the refusal otherwise. */
export function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.message}`);
  return result.value;
}

/** The draft as the window gets it: opened, and every part of it read. */
export async function openDraft(calls: Pick<Handlers<'draft'>, 'open' | 'more'>, connectionId: string): Promise<Draft> {
  const { opening, part } = value(await calls.open({ connectionId }));
  const parts = [part];
  while (!parts.at(-1)?.isLast) parts.push(value(await calls.more({ connectionId, opening })));
  return readDraftParts(parts);
}

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;

/** One connection to a real server of the simulated Camio, with real files: what main has, without a window. */
export async function startWorkspace({
  readers = campusReaders(20),
  faults = [],
  timeoutMs = 10_000,
}: {
  readers?: readonly Reader[];
  faults?: readonly Fault[];
  timeoutMs?: number;
} = {}) {
  const root = await mkdtemp(join(tmpdir(), 'reader-desk-workspace-'));
  const token = 'a-token-for-tests';
  const server = await startSimulatorServer({ state: simulatorState(readers), token, faults });
  let connection: Connection = {
    id: 'a',
    kind: 'camio',
    name: 'Harbor Campus',
    baseUrl: server.baseUrl,
    dialect: firstGeneration,
    color: 'green',
    accountEmail: null,
  };
  const folder = join(root, 'a');
  const connections = {
    get: (id: string) => (id === 'a' ? connection : undefined),
    put: (changed: Connection) => {
      connection = changed;
      return ok(undefined);
    },
    folder: () => folder,
  };
  const secrets = { reveal: async () => ok(token) };
  const send = createSend(nodeNet());
  const accounts = createCamioAccounts({
    connections,
    secrets,
    send: (request) => send({ ...request, timeoutMs }),
  });
  const plainDrafts = createDraftStore({ connections });
  const snapshots = createSnapshots({ connections, retention: () => defaultSettings });
  const now = () => new Date();
  const readRemote = createReadRemote({ accounts, now });
  const moved: MovedLists = new Map();

  const states: PushState[] = [];
  const listeners = new Set<(state: PushState) => void>();
  const told: (ListLoss | null)[] = [];
  const emit: Emit = (_name, payload) => {
    if (!('state' in payload)) return;
    states.push(payload.state);
    for (const listener of listeners) listener(payload.state);
  };
  /** The next state that `fits`. */
  const next = (fits: (state: PushState) => boolean) =>
    new Promise<PushState>((resolve) => {
      const listener = (state: PushState) => {
        if (!fits(state)) return;
        listeners.delete(listener);
        resolve(state);
      };
      listeners.add(listener);
    });
  const notice = (error: AppError) => {
    throw new Error(`Nobody expected to be told: ${error.message}`);
  };
  const losses = createLossWatch({
    connections,
    keep: (connectionId, remote) => snapshots.take(connectionId, remote, 'before Camio’s list shrank'),
    read: snapshots.read,
    onChange: (_connectionId, loss) => void told.push(loss),
    notice,
    now,
  });
  const drafts = keepingDrafts(plainDrafts, losses);
  const guard = createAccountGuard({ connections, accounts, onChange: () => {}, notice });
  const inFlight = createPushesInFlight({ connections, now });
  const takeovers = createTakeoverWatch({
    connections,
    look: async () => {},
    onChange: () => {},
    notice,
    now,
    later: () => () => {},
  });
  /** Waits take no time. */
  const needs = { drafts, losses, accounts, guard, connections, snapshots, inFlight, takeovers, emit, now };
  const startPush = (more: Partial<Parameters<typeof createPushHandlers>[0]> = {}) =>
    createPushHandlers({ ...needs, consent: nothingToAsk, wait: async () => {}, random: () => 0.5, ...more });
  const push = startPush();

  return {
    root,
    folder,
    server,
    connections,
    drafts,
    push,
    guard,
    inFlight,
    takeovers,
    accounts,
    /** Push handlers of another session on the same files. */
    startPush,
    /** Every push state told so far. */
    states,
    /** Camio's lists that were compared and wait to be merged. */
    moved,
    readRemote,
    draft: createDraftHandlers({ drafts, readRemote, moved, losses, watch: { follow: () => {} } }),
    losses,
    loss: createLossHandlers({ losses, drafts, readRemote, moved }),
    /** What was told of lists that lost readers, oldest first. */
    told,
    snapshots,
    history: createHistoryHandlers({ snapshots, drafts, accounts, now }),
    /** Waits until a push says that it is in this state. */
    reached: (kind: PushState['kind']) => next((state) => state.kind === kind),
    /** Waits until a push ends. */
    ended: () => next((state) => !isUnderWay(state)),
    /** Pushes the draft as it is and answers how that ended. */
    async pushAll(typed = '', unseen = ''): Promise<PushState> {
      const end = next((state) => !isUnderWay(state));
      const { draft } = value(await drafts.open('a'));
      value(await push.start({ connectionId: 'a', seq: draft.seq, typed, unseen }));
      return end;
    },
    /** The bodies of all lists posted so far. */
    posted: () => server.received.filter(({ method }) => method === 'POST').map(({ body }) => body),
    async close() {
      await drafts.close();
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
