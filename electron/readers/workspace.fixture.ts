import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { campusReaders } from '../../core/camio/simulator/campus.ts';
import type { Fault } from '../../core/camio/simulator/faults.ts';
import { simulatorState } from '../../core/camio/simulator/simulator.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Emit } from '../../core/ipc.ts';
import { isUnderWay, type PushState } from '../../core/readers/push-state.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ok, type Result } from '../../core/result.ts';
import { createCamioAccounts } from '../camio/camio-accounts.ts';
import { nodeNet } from '../camio/node-net.fixture.ts';
import { createSend } from '../camio/send.ts';
import { startSimulatorServer } from '../practice/simulator-server.ts';
import { createDraftHandlers } from './draft-handlers.ts';
import { createDraftStore } from './draft-store.ts';
import { createPushHandlers } from './push-handlers.ts';
import { createSnapshots } from './snapshots.ts';

/** What a refusal-free answer holds; throws the refusal otherwise. */
export function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.message}`);
  return result.value;
}

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;

/** One connection to a real server of the simulated Camio, with real files: what main has, without a window. */
export async function startWorkspace({
  readers = campusReaders(20),
  faults = [],
}: {
  readers?: readonly Reader[];
  faults?: readonly Fault[];
} = {}) {
  const root = await mkdtemp(join(tmpdir(), 'reader-desk-workspace-'));
  const token = 'a-token-for-tests';
  const server = await startSimulatorServer({ state: simulatorState(readers), token, faults });
  const connection: Connection = {
    id: 'a',
    kind: 'camio',
    name: 'Harbor Campus',
    baseUrl: server.baseUrl,
    dialect: firstGeneration,
    color: 'green',
    accountEmail: null,
  };
  const folder = join(root, 'a');
  const connections = { get: (id: string) => (id === 'a' ? connection : undefined), folder: () => folder };
  const secrets = { reveal: async () => ok(token) };
  const accounts = createCamioAccounts({ connections, secrets, send: createSend(nodeNet()) });
  const drafts = createDraftStore({ connections });
  const snapshots = createSnapshots({ connections });
  const now = () => new Date();

  const states: PushState[] = [];
  const listeners = new Set<(state: PushState) => void>();
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
  const push = createPushHandlers({
    drafts,
    accounts,
    connections,
    snapshots,
    emit,
    now,
    wait: async () => {},
  });

  return {
    root,
    folder,
    server,
    connections,
    drafts,
    push,
    /** Every push state told so far. */
    states,
    draft: createDraftHandlers({ drafts, accounts, now }),
    /** Waits until a push says that it is in this state. */
    reached: (kind: PushState['kind']) => next((state) => state.kind === kind),
    /** Waits until a push ends. */
    ended: () => next((state) => !isUnderWay(state)),
    /** Pushes the draft as it is and answers how that ended. */
    async pushAll(typed = ''): Promise<PushState> {
      const end = next((state) => !isUnderWay(state));
      const { draft } = value(await drafts.open('a'));
      value(await push.start({ connectionId: 'a', seq: draft.seq, typed }));
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
