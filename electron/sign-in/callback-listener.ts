import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readCallback } from '../../core/sign-in/callback.ts';
import { callbackHeaders, callbackPage } from './callback-page.ts';

/** A port of this computer on which one sign-in waits for the browser (RFC 8252 7.3). */
export interface CallbackListener {
  /** `http://127.0.0.1:<free port>/<random path>`. */
  readonly redirectUri: string;
  /** The query the browser came back with, once, for the one right state; null where the listener was closed first. */
  readonly query: Promise<string | null>;
  close(): void;
}

/** Ends requests that are sent a few bytes at a time: a callback is one small request. */
const requestLimitMs = 5_000;

/**
 * Listens until the browser comes back with `state`, or until closed. Any other request gets an error status and nothing
 * else happens, so no page and no program on this computer can end or complete the sign-in.
 */
export async function listenForCallback(state: string): Promise<CallbackListener> {
  const path = `/${randomBytes(24).toString('base64url')}`;
  let finish: (query: string | null) => void = () => {};
  const query = new Promise<string | null>((resolve) => {
    finish = resolve;
  });
  let expectedHost = '';
  let isOver = false;

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: target = '', headers } = request;
    const read = readCallback({ method, host: headers.host ?? '', target }, { host: expectedHost, path, state });
    if (read.kind === 'stranger' || isOver) {
      const status = read.kind === 'stranger' ? read.status : 400;
      response.writeHead(status, { 'cache-control': 'no-store', connection: 'close' }).end();
      return;
    }
    isOver = true;
    response.writeHead(200, callbackHeaders).end(callbackPage);
    server.close();
    // The browser gets its page before the connection ends.
    response.once('close', () => server.closeAllConnections());
    finish(read.query);
  };

  const server = createServer(
    { requestTimeout: requestLimitMs, headersTimeout: requestLimitMs, connectionsCheckingInterval: 1_000 },
    answer,
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The listener has no port.'));
      else resolve(address.port);
    });
  });
  expectedHost = `127.0.0.1:${port}`;
  server.on('error', () => close());

  function close(): void {
    if (!isOver) {
      isOver = true;
      server.close();
      server.closeAllConnections();
    }
    finish(null);
  }

  return { redirectUri: `http://${expectedHost}${path}`, query, close };
}
