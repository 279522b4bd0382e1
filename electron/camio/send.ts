import type { HttpOutcome, HttpRequest, Send, TransportFailure } from '../../core/camio/http.ts';
import type { ProxyLogin } from '../../core/camio/proxy-login.ts';
import { transportFailure } from './net-error.ts';

/** What is used of Electron's `net`. Its `request`, unlike its `fetch`, names a redirect's target without going there. */
export interface Net {
  request(options: {
    method: string;
    url: string;
    headers: Record<string, string>;
    redirect: 'manual';
    credentials: 'omit';
    cache: 'no-store';
  }): OutgoingRequest;
}

/** What is used of Electron's ClientRequest. */
interface OutgoingRequest {
  on(event: 'response', listener: (response: IncomingAnswer) => void): unknown;
  on(event: 'redirect', listener: (status: number, method: string, target: string) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'login', listener: (asker: LoginAsker, answer: AnswerLogin) => void): unknown;
  end(body?: string): unknown;
  abort(): void;
}

/** Who asks for a name and password: a proxy, or the server itself. */
interface LoginAsker {
  readonly isProxy: boolean;
  readonly host: string;
  readonly port: number;
  readonly realm: string;
}

/** Without a name and password the request goes on to be refused. */
type AnswerLogin = (username?: string, password?: string) => void;

/** What is used of Electron's IncomingMessage. */
interface IncomingAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[]>;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end' | 'aborted', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Names who issued a host's certificate, where one was seen. */
export type IssuerOf = (host: string) => string | undefined;

/** Asks for the name and password of a proxy (host and port). `refused` is what this call has tried in vain. */
export type AskProxyLogin = (
  asker: { readonly proxy: string; readonly realm: string },
  refused: ProxyLogin | null,
) => Promise<ProxyLogin | null>;

/** Whom the door to the network asks. */
export interface SendNeeds {
  readonly issuerOf?: IssuerOf;
  readonly askProxyLogin?: AskProxyLogin;
}

const proxyWantsLogin = 407;

/**
 * The door to the network through Chromium, so with the system's proxy and certificates. No redirect is followed, no
 * cookie, cache or stored password used, and nothing is tried twice.
 */
export function createSend(
  net: Net,
  { issuerOf = () => undefined, askProxyLogin = async () => null }: SendNeeds = {},
): Send {
  return (request) =>
    new Promise((resolve) => {
      const startedAt = performance.now();
      const latencyMs = () => Math.round(performance.now() - startedAt);
      if (request.signal.aborted) {
        resolve({ kind: 'failed', failure: { kind: 'cancelled', sent: false }, latencyMs: 0 });
        return;
      }
      const { host, hostname } = new URL(request.url);
      const outgoing = open(net, request);
      if (!outgoing) {
        const detail = `${host}: the request could not be made`;
        resolve({ kind: 'failed', failure: { kind: 'broken', sent: false, detail }, latencyMs: 0 });
        return;
      }
      let settled = false;
      const settle = (outcome: HttpOutcome) => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        request.signal.removeEventListener('abort', cancel);
        resolve(outcome);
      };
      const stop = (failure: TransportFailure) => {
        settle({ kind: 'failed', failure, latencyMs: latencyMs() });
        outgoing.abort();
      };
      const cancel = () => stop({ kind: 'cancelled', sent: true });
      const broken = (error: Error) => {
        const failure = transportFailure(error.message, host, issuerOf(hostname));
        settle({ kind: 'failed', failure, latencyMs: latencyMs() });
      };
      const startTimer = () => setTimeout(() => stop({ kind: 'timeout', sent: true }), request.timeoutMs);
      let timer = startTimer();
      request.signal.addEventListener('abort', cancel, { once: true });

      let tried: ProxyLogin | null = null;
      outgoing.on('login', ({ isProxy, host: proxyHost, port, realm }, answer) => {
        // Camio knows a person by the token alone.
        if (!isProxy) return answer();
        // The proxy has not let the call through yet, and the person may take their time.
        clearTimeout(timer);
        void askProxyLogin({ proxy: `${proxyHost}:${port}`, realm }, tried).then((login) => {
          if (settled) return;
          timer = startTimer();
          tried = login;
          if (login) answer(login.username, login.password);
          else answer();
        });
      });
      outgoing.on('error', broken);
      outgoing.on('redirect', (status, _method, target) => {
        settle({ kind: 'redirect', status, target, latencyMs: latencyMs() });
      });
      outgoing.on('response', (response) => {
        // Only a proxy answers like this, and what it turned away has not reached the server.
        if (response.statusCode === proxyWantsLogin) {
          stop({ kind: 'unreachable', reason: 'proxy login', detail: `${host}: status ${proxyWantsLogin}` });
          return;
        }
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk) => {
          bytes += chunk.length;
          if (bytes > request.maxAnswerBytes) stop({ kind: 'too large', limitBytes: request.maxAnswerBytes });
          else chunks.push(chunk);
        });
        // Once the answer has begun, whatever breaks it broke it after sending.
        response.on('aborted', () => broken(new Error('net::ERR_ABORTED')));
        response.on('error', broken);
        response.on('end', () => {
          settle({
            kind: 'answer',
            status: response.statusCode,
            headers: lowerCase(response.headers),
            ...decodeUtf8(Buffer.concat(chunks)),
            latencyMs: latencyMs(),
          });
        });
      });
      outgoing.end(request.body);
    });
}

/** Null where Chromium takes the request for malformed. Its message is not kept: it quotes headers, so the token. */
function open(net: Net, { method, url, headers }: HttpRequest): OutgoingRequest | null {
  try {
    return net.request({
      method,
      url,
      headers: { ...headers },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch {
    return null;
  }
}

function lowerCase(headers: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

function decodeUtf8(bytes: Buffer): { body: string; notUtf8?: true } {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { body: new TextDecoder('utf-8').decode(bytes), notUtf8: true };
  }
}
