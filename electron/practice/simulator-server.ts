import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AppError } from '../../core/app-error.ts';
import { createQueue } from '../../core/queue.ts';
import { ok, type Result } from '../../core/result.ts';
import {
  isAuthorizationPath,
  practiceClientId,
  type RegisteredClient,
} from '../../core/simulator/authorization-server.ts';
import { type Delivery, type Fault, simulateWithFaults } from '../../core/simulator/faults.ts';
import { apiPath, refuse, type SimulatorRequest, type SimulatorState } from '../../core/simulator/simulator.ts';
import { type AuthorizationPort, createAuthorizationPort } from './authorization-port.ts';
import { deliver } from './deliver.ts';

/** One request as it came in, whole. Unlike `ReceivedRequest` it holds the headers, so never show or keep it. */
export interface FullRequest {
  readonly number: number;
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bodyBytes: number;
  /** What was answered; 0 where the connection was cut or left open. */
  readonly status: number;
}

export interface SimulatorServerOptions {
  readonly state: SimulatorState;
  readonly token: string;
  readonly faults?: readonly Fault[];
  /** Who may sign in; a public client by default. */
  readonly client?: RegisteredClient;
  /** How many bytes of bodies `received` may hold; the oldest requests go first. */
  readonly keptBytes?: number;
  /** The port to listen on if it is free; otherwise, and by default, any. */
  readonly port?: number;
  readonly now?: () => Date;
  readonly onReceived?: (request: FullRequest) => void;
  /** Keeps a changed state before it is answered for. A refusal becomes a 500, and the change does not happen. */
  readonly save?: (state: SimulatorState) => Promise<Result<void, AppError>>;
}

export interface SimulatorServer {
  /** The API base URL to connect to. */
  readonly baseUrl: string;
  readonly port: number;
  /** The last requests, oldest first, with those that had the wrong token: without headers and body. */
  readonly received: readonly FullRequest[];
  state(): SimulatorState;
  setState(state: SimulatorState): void;
  /** Puts another state in its place between two requests, and keeps it as a changed one is kept; refuses as `save` does. */
  replaceState(state: SimulatorState): Promise<Result<void, AppError>>;
  /** From now on these; answers that a former fault holds go out. */
  setFaults(faults: readonly Fault[]): void;
  /** Its sign-ins: what was granted, their faults, and withdrawing it all. */
  readonly signIns: Pick<AuthorizationPort, 'state' | 'setFaults' | 'revokeAll'>;
  close(): Promise<void>;
}

const maxBodyBytes = 32 * 1024 * 1024;
const keptRequests = 10_000;
const keptPathCharacters = 200;
const mostConnections = 256;
const tooLarge: Delivery = { kind: 'whole', answer: refuse(413, 'The body is too large.'), delayMs: 0 };

/** The simulated Camio as a real HTTP server on 127.0.0.1, for the practice account and for tests. */
export async function startSimulatorServer(options: SimulatorServerOptions): Promise<SimulatorServer> {
  const { token, keptBytes = 64 * 1024 * 1024, now = () => new Date(), onReceived } = options;
  const { save = async () => ok(undefined) } = options;
  const signIns = createAuthorizationPort(options.client ?? { id: practiceClientId, secret: null }, now);
  let state = options.state;
  let faults = options.faults ?? [];
  let count = 0;
  const received: FullRequest[] = [];
  let receivedBytes = 0;
  let held: (() => void)[] = [];
  const letGo = () => new Promise<void>((resolve) => held.push(resolve));
  // One request at a time decides about the state, in the order they came in.
  const queue = createQueue();

  async function decide(request: SimulatorRequest): Promise<Delivery> {
    const accepted = signIns.accepts(request.authorization) ? request.authorization.replace(/^Bearer /, '') : token;
    const outcome = simulateWithFaults(state, faults, request, accepted);
    faults = outcome.faults;
    if (outcome.state === state) return outcome.delivery;
    const saved = await save(outcome.state);
    if (!saved.ok) return { kind: 'whole', answer: refuse(500, saved.error.message), delayMs: 0 };
    state = outcome.state;
    return outcome.delivery;
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isFromStranger(incoming, port)) {
      response.writeHead(403).end();
      return;
    }
    // A body is read only for someone who has the token: anyone else could fill the memory with it.
    const authorization = incoming.headers.authorization ?? '';
    const isKnown = authorization === `Bearer ${token}` || signIns.accepts(authorization);
    const method = incoming.method ?? '';
    const [path = '', query = ''] = (incoming.url ?? '').split('?', 2);
    const limit = isKnown ? maxBodyBytes : isAuthorizationPath(path) ? maxFormBytes : 0;
    const bytes = limit > 0 ? await readBody(incoming, limit) : noBytes;
    const body = bytes?.toString('utf8') ?? '';
    const delivery = await queue.run(async () => {
      if (!bytes) return tooLarge;
      const ofSignIn = signIns.answer({ method, path, query, body }, `http://127.0.0.1:${port}`, state.email);
      return ofSignIn ?? decide({ method, path, authorization, body });
    });
    count += 1;
    const request: FullRequest = {
      number: count,
      receivedAt: now().toISOString(),
      method,
      path: isKnown ? path : path.slice(0, keptPathCharacters),
      headers: isKnown ? incoming.headers : {},
      body,
      bodyBytes: bytes?.length ?? 0,
      status: statusOf(delivery),
    };
    keep(request);
    onReceived?.(request);
    await deliver(delivery, response, letGo);
  }

  function keep(request: FullRequest): void {
    received.push(request);
    receivedBytes += request.bodyBytes;
    while (received.length > keptRequests || (receivedBytes > keptBytes && received.length > 0)) {
      receivedBytes -= received.shift()?.bodyBytes ?? 0;
    }
  }

  const server = createServer((incoming, response) => {
    // A request that broke off while it was being read, or an answer nobody waits for any more, ends here.
    answer(incoming, response).catch(() => response.destroy());
  });
  server.maxConnections = mostConnections;
  const port = await listen(server, options.port ?? 0);

  return {
    baseUrl: `http://127.0.0.1:${port}${apiPath}`,
    port,
    received,
    signIns,
    state: () => state,
    setState: (next) => {
      state = next;
    },
    replaceState: (next) =>
      queue.run(async () => {
        const saved = await save(next);
        if (saved.ok) state = next;
        return saved;
      }),
    setFaults: (next) => {
      faults = next;
      for (const answerNow of held) answerNow();
      held = [];
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Listens on the wanted port, or on any where that one is taken; answers the port. */
async function listen(server: ReturnType<typeof createServer>, wanted: number): Promise<number> {
  const attempt = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await attempt(wanted).catch(() => attempt(0));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator listens on no port.');
  return address.port;
}

/** What a sign-in sends before it has a token. */
const maxFormBytes = 16 * 1024;
const noBytes = Buffer.alloc(0);

/**
 * Whether a request comes from a web page: one in a browser names its own origin, or reaches the server by a name of its own
 * that leads here (DNS rebinding).
 */
function isFromStranger({ headers }: IncomingMessage, port: number): boolean {
  const isOwnHost = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  const site = headers['sec-fetch-site'];
  // The consent page sends its form with the server's own origin.
  const isForeign = headers.origin !== undefined && headers.origin !== `http://127.0.0.1:${port}`;
  return !isOwnHost || isForeign || site === 'cross-site' || site === 'same-site';
}

/** The body's bytes, or null if there are too many. The rest is read to its end, so that the refusal arrives. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) {
    incoming.resume();
    return null;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? null : Buffer.concat(chunks);
}

function statusOf(delivery: Delivery): number {
  if ('answer' in delivery) return delivery.answer.status;
  return delivery.kind === 'huge' ? 200 : 0;
}
