import { randomBytes } from 'node:crypto';
import type { AppError } from '../../core/app-error.ts';
import { cutShort } from '../../core/camio/cut-short.ts';
import type { Emit } from '../../core/ipc/contract.ts';
import type { PracticeStatus, ReceivedRequest } from '../../core/practice/practice.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { isAuthorizationPath } from '../../core/simulator/authorization-server.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { type SimulatorState, simulatorState } from '../../core/simulator/simulator.ts';
import { createPracticeStore } from './practice-store.ts';
import { type FullRequest, type SimulatorServer, startSimulatorServer } from './simulator-server.ts';

/** The built-in simulated Camio: a real HTTP server on this computer, started when it is first wanted. */
export interface Practice {
  /** Starts it where it is not running. The token is new in each run; `notices` says where a file was set aside. */
  start(): Promise<Result<StartedPractice, AppError>>;
  status(): PracticeStatus;
  /** Puts the first list back and forgets what was received. */
  reset(): Promise<Result<PracticeStatus, AppError>>;
  stop(): Promise<void>;
}

export interface StartedPractice {
  readonly baseUrl: string;
  readonly token: string;
  readonly notices: readonly AppError[];
}

const shownRequests = 100;
const shownBodyLength = 4_000;

export function createPractice(options: {
  /** Where its files are kept. */
  readonly folder: string;
  readonly emit: Emit;
  readonly now?: () => Date;
}): Practice {
  const { folder, emit, now = () => new Date() } = options;
  const store = createPracticeStore(folder);
  let running: { readonly server: SimulatorServer; readonly token: string } | null = null;
  let starting: ReturnType<Practice['start']> | null = null;
  let received: readonly ReceivedRequest[] = [];

  const onReceived = (request: FullRequest) => {
    const shown = withoutSecrets(request);
    received = [shown, ...received].slice(0, shownRequests);
    emit('practiceReceived', shown);
  };

  async function start(): ReturnType<Practice['start']> {
    const read = await store.read(now());
    if (!read.ok) return read;
    const token = `practice-${randomBytes(24).toString('base64url')}`;
    const { kept, notices } = read.value;
    const state = kept?.state ?? firstState();
    const save = (next: SimulatorState) => store.write({ port: server.port, state: next });
    let server: SimulatorServer;
    try {
      server = await startSimulatorServer({ state, token, port: kept?.port ?? 0, keptBytes: 0, now, onReceived, save });
    } catch (error) {
      return fail(cannotListen(error));
    }
    const saved = await save(state);
    if (!saved.ok) {
      await server.close();
      return saved;
    }
    running = { server, token };
    return ok({ baseUrl: server.baseUrl, token, notices });
  }

  const status = (): PracticeStatus => ({
    running: running !== null,
    baseUrl: running?.server.baseUrl ?? null,
    readers: running?.server.state().readers.length ?? 0,
    received,
  });

  return {
    async start() {
      if (running) return ok({ baseUrl: running.server.baseUrl, token: running.token, notices: [] });
      starting ??= start().finally(() => {
        starting = null;
      });
      return starting;
    },
    status,
    async reset() {
      const state = firstState();
      const saved = await (running ? running.server.replaceState(state) : store.write({ port: 0, state }));
      if (!saved.ok) return saved;
      received = [];
      return ok(status());
    },
    async stop() {
      await running?.server.close();
      running = null;
      await store.close();
    },
  };
}

function firstState(): SimulatorState {
  return simulatorState(campusReaders());
}

/** What the panel shows of a request: no headers, so no token, and no body of a sign-in, which is made of secrets. */
function withoutSecrets({ number, receivedAt, method, path, body, bodyBytes, status }: FullRequest): ReceivedRequest {
  const shown = isAuthorizationPath(path) ? '' : cutShort(body, shownBodyLength);
  return { number, receivedAt, method, path, body: shown, bodyBytes, status };
}

function cannotListen(error: unknown): AppError {
  return {
    code: 'unreachable',
    message: 'The practice account could not start: this computer lets no program listen on its own address 127.0.0.1.',
    next: 'Check the security software on this computer, then try again.',
    detail: error instanceof Error ? error.message : String(error),
  };
}
