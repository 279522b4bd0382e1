import type { HttpOutcome, HttpRequest, Send, TransportFailure } from '../../core/camio/http.ts';
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
  end(body?: string): unknown;
  abort(): void;
}

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

/**
 * The door to the network through Chromium, so with the system's proxy and certificates. No redirect is followed, no
 * cookie, cache or stored password used, and nothing is tried twice.
 */
export function createSend(net: Net, issuerOf: IssuerOf = () => undefined): Send {
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
      const timer = setTimeout(() => stop({ kind: 'timeout', sent: true }), request.timeoutMs);
      request.signal.addEventListener('abort', cancel, { once: true });

      outgoing.on('error', broken);
      outgoing.on('redirect', (status, _method, target) => {
        settle({ kind: 'redirect', status, target, latencyMs: latencyMs() });
      });
      outgoing.on('response', (response) => {
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
