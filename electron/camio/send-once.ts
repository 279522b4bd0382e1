import type { Send } from '../../core/camio/http.ts';
import type { IssuerOf, Net } from './send.ts';
import { createSend } from './send.ts';

/** What is used of Electron's Session. */
interface OwnConnections {
  closeAllConnections(): Promise<void>;
}

/** Electron's `net`, which can be told whose connections to use. */
interface NetOfSession<S> {
  request(options: Parameters<Net['request']>[0] & { session?: S }): ReturnType<Net['request']>;
}

/**
 * The door to the network for calls that may reach the server once at most (`once`). Chromium by itself sends a request
 * again, whatever its method, when a kept connection breaks before the answer
 * (HttpNetworkTransaction::ShouldResendRequest). So these go over a connection that has carried nothing before: that of
 * a session nobody else uses meanwhile, with all its connections closed.
 */
export function createSendOnce<S extends OwnConnections>(
  net: NetOfSession<S>,
  issuerOf: IssuerOf,
  openSession: (name: string) => S,
): Send {
  const send = createSend(net, issuerOf);
  const idle: S[] = [];
  let opened = 0;

  function openAnother(): S {
    opened += 1;
    return openSession(`once-${opened}`);
  }

  return async (request) => {
    if (!request.once) return send(request);
    const session = idle.pop() ?? openAnother();
    try {
      await session.closeAllConnections();
      return await createSend({ request: (options) => net.request({ ...options, session }) }, issuerOf)(request);
    } finally {
      idle.push(session);
    }
  };
}
