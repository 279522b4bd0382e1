import type { Send } from '../../core/camio/http.ts';
import type { Net, SendNeeds } from './send.ts';
import { createSend } from './send.ts';

/** What is used of Electron's Session. */
interface OwnConnections {
  closeAllConnections(): Promise<void>;
}

/** Electron's `net`, which can be told whose connections to use. */
interface NetOfSession<S> {
  request(options: Parameters<Net['request']>[0] & { session?: S }): ReturnType<Net['request']>;
}

/** A session that nobody uses, and whether all its connections are closed. */
interface IdleSession<S> {
  readonly session: S;
  readonly isClosed: Promise<boolean>;
}

/**
 * The door to the network for calls that may reach the server once at most (`once`). Chromium by itself sends a request
 * again, whatever its method, when a kept connection breaks before the answer
 * (HttpNetworkTransaction::ShouldResendRequest). So these go over a connection that has carried nothing before: that of
 * a session nobody else uses meanwhile, all of whose connections were closed after the call before. The closing goes on
 * while the answer is dealt with, so that the next call seldom waits for it.
 */
export function createSendOnce<S extends OwnConnections>(
  net: NetOfSession<S>,
  needs: SendNeeds,
  openSession: (name: string) => S,
): Send {
  const sendKept = createSend(net, needs);
  const idle: IdleSession<S>[] = [];
  let opened = 0;

  /** A session without connections. One whose connections would not close is never used again. */
  async function take(): Promise<S> {
    for (let next = idle.shift(); next; next = idle.shift()) {
      if (await next.isClosed) return next.session;
    }
    opened += 1;
    return openSession(`once-${opened}`);
  }

  function giveBack(session: S): void {
    const isClosed = session.closeAllConnections().then(
      () => true,
      () => false,
    );
    idle.push({ session, isClosed });
  }

  return async (request) => {
    if (!request.once) return sendKept(request);
    const session = await take();
    try {
      return await createSend({ request: (options) => net.request({ ...options, session }) }, needs)(request);
    } finally {
      giveBack(session);
    }
  };
}
