import * as oauth from 'oauth4webapi';
import type { AppError } from '../../core/app-error.ts';
import type { Act } from '../../core/audit/act.ts';
import { createCamioClient } from '../../core/camio/client.ts';
import type { Send } from '../../core/camio/http.ts';
import { originOf, parseBaseUrl } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import {
  checkSignInClient,
  isCamioAddress,
  type SignInClient,
  sameSignIn,
} from '../../core/connections/sign-in-client.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { buildAuthorizeUrl } from '../../core/sign-in/authorize-url.ts';
import { readCallbackAnswer } from '../../core/sign-in/callback.ts';
import type { Revocation } from '../../core/sign-in/revocation.ts';
import { signIn as runSignIn, type SignInEffects, signInLimitMs } from '../../core/sign-in/sign-in.ts';
import type { SignInState } from '../../core/sign-in/sign-in-state.ts';
import type { AccountGuard } from '../connections/account-guard.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import { practiceSignIn } from '../connections/practice-connection.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { WindowDialog } from '../window/window-dialog.ts';
import { type AuthorizationClient, createAuthorizationClient } from './authorization-client.ts';
import { type CallbackListener, listenForCallback } from './callback-listener.ts';
import { clientSecretOf } from './client-secret.ts';
import { expiryOf } from './fresh-tokens.ts';
import { keepToken } from './keep-token.ts';

interface SignInsNeeds {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly secrets: Pick<Secrets, 'revealRecord' | 'set' | 'setForSession'>;
  readonly clientSecrets: Pick<Secrets, 'reveal'>;
  readonly guard: Pick<AccountGuard, 'awaitAnswer' | 'forget'>;
  readonly send: Send;
  readonly dialog: Pick<WindowDialog, 'showMessageBox'>;
  /** Opens a link in the person’s browser; rejects where there is none. */
  readonly openBrowser: (link: string) => Promise<void>;
  readonly clipboard: { writeText(text: string): Promise<void> };
  readonly tell: (connectionId: string, state: SignInState) => void;
  readonly onSignedIn: (connection: Connection, act: Act) => void;
  readonly now?: () => number;
  readonly limitMs?: number;
}

export interface SignIns {
  start(connectionId: string): Promise<Result<SignInState, AppError>>;
  /** Ends what is under way and closes its port. */
  cancel(connectionId: string): void;
  openAgain(connectionId: string): Promise<Result<void, AppError>>;
  copyLink(connectionId: string): Promise<Result<void, AppError>>;
  /** Withdraws the connection’s token at the server that granted it; null where it did not come from signing in. */
  revoke(connectionId: string): Promise<Revocation | null>;
}

/** One sign-in under way: everything about it that nobody else may know. */
interface Attempt {
  readonly link: string;
  readonly cancel: AbortController;
  readonly ended: Promise<unknown>;
}

/** Signing in, at most once at a time per connection. Links, codes and tokens stay in here. */
export function createSignIns(needs: SignInsNeeds): SignIns {
  const { connections, secrets, clientSecrets, guard, send, openBrowser, clipboard, now = Date.now } = needs;
  const { limitMs = signInLimitMs } = needs;
  const attempts = new Map<string, Attempt>();
  /** The newest start of each connection: one that was overtaken while the person was asked begins nothing. */
  const starts = new Map<string, AbortController>();

  async function start(connectionId: string): Promise<Result<SignInState, AppError>> {
    cancel(connectionId);
    await attempts.get(connectionId)?.ended;
    const starting = new AbortController();
    starts.set(connectionId, starting);
    const connection = connections.get(connectionId);
    if (!connection) return fail(noConnection);
    const baseUrl = parseBaseUrl(connection.baseUrl);
    if (!baseUrl.ok) return baseUrl;
    const client = clientOf(connection);
    if (!client.ok) return client;
    if (!(await isAgreed(connection, client.value, starting.signal))) {
      return ok(told(connectionId, { kind: 'cancelled' }));
    }
    const clientSecret = await clientSecretOf(clientSecrets, connectionId, client.value);
    if (!clientSecret.ok) return clientSecret;
    const authorization = createAuthorizationClient({ send, client: client.value, clientSecret: clientSecret.value });

    const state = oauth.generateRandomState();
    const verifier = oauth.generateRandomCodeVerifier();
    const challenge = await oauth.calculatePKCECodeChallenge(verifier);
    const listener = await listen(state);
    if (!listener.ok) return listener;
    if (starting.signal.aborted) {
      listener.value.close();
      return ok({ kind: 'cancelled' });
    }
    const { clientId, authorizeUrl } = client.value;
    const { redirectUri } = listener.value;
    const link = buildAuthorizeUrl({ authorizeUrl, clientId, redirectUri, state, challenge });
    const effects = effectsOf({
      connection,
      client: client.value,
      authorization,
      listener: listener.value,
      state,
      verifier,
      link,
    });
    let latest: SignInState = { kind: 'exchanging' };
    const until = new Date(now() + limitMs).toISOString();
    const running = runSignIn(
      {
        ...effects,
        tell(next) {
          latest = told(connectionId, next);
        },
      },
      until,
      starting.signal,
    );
    const attempt: Attempt = { link, cancel: starting, ended: running };
    attempts.set(connectionId, attempt);
    void running.finally(() => {
      listener.value.close();
      if (attempts.get(connectionId) === attempt) attempts.delete(connectionId);
    });
    return ok(latest);
  }

  function told(connectionId: string, state: SignInState): SignInState {
    needs.tell(connectionId, state);
    return state;
  }

  function cancel(connectionId: string): void {
    starts.get(connectionId)?.abort();
    attempts.get(connectionId)?.cancel.abort();
  }

  function effectsOf(attempt: {
    readonly connection: Connection;
    readonly client: SignInClient;
    readonly authorization: AuthorizationClient;
    readonly listener: CallbackListener;
    readonly state: string;
    readonly verifier: string;
    readonly link: string;
  }): Omit<SignInEffects, 'tell'> {
    const { connection, client, authorization, listener, state, verifier, link } = attempt;
    const { id } = connection;
    const origin = originOf(connection.baseUrl);
    return {
      openBrowser: () => opens(link),

      async awaitBrowser(signal) {
        const timer = setTimeout(() => listener.close(), limitMs);
        const stop = () => listener.close();
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
        const query = await listener.query;
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        if (query === null) return signal.aborted ? 'cancelled' : 'timed out';
        return readCallbackAnswer(query, originOf(client.authorizeUrl));
      },

      exchange: ({ query, issuer }, signal) =>
        authorization.exchange({ query, issuer, state }, { redirectUri: listener.redirectUri, verifier }, signal),

      async whoAmI(accessToken, signal) {
        const { baseUrl, dialect } = connection;
        const camio = createCamioClient({ send, baseUrl, dialect, authorization: `Bearer ${accessToken}`, now });
        const answer = await camio.whoAmI(signal);
        return answer.ok ? answer.value.email : null;
      },

      knownAccount: () => connections.get(id)?.accountEmail ?? null,

      async store(grant, email) {
        const current = connections.get(id);
        const isSame = current && originOf(current.baseUrl) === origin && sameSignIn(current.signIn, connection.signIn);
        if (!isSame) return fail({ code: 'connection changed' });
        const { accessToken: token, refreshToken } = grant;
        const signIn = { client, refreshToken, expiresAt: expiryOf(grant, now()) };
        const kept = await keepToken(secrets, current, { token, origin, signIn });
        if (!kept.ok) return fail({ code: 'not stored', error: kept.error });
        guard.forget(id);
        guard.awaitAnswer(id)(email);
        const act: Act = { kind: 'signed in', server: new URL(client.tokenUrl).host, scope: grant.scope ?? '' };
        needs.onSignedIn(connections.get(id) ?? current, act);
        return ok(undefined);
      },

      async discard({ accessToken }) {
        await authorization.revoke(accessToken, AbortSignal.timeout(revocationLimitMs));
      },
    };
  }

  async function opens(link: string): Promise<boolean> {
    try {
      await openBrowser(link);
      return true;
    } catch {
      return false;
    }
  }

  /** Asks, in a dialog that no page can answer, before a person is sent to a server that is not Camio’s. */
  async function isAgreed(
    { kind, name }: Connection,
    { authorizeUrl, tokenUrl }: SignInClient,
    signal: AbortSignal,
  ): Promise<boolean> {
    const hosts = [
      ...new Set([authorizeUrl, tokenUrl].filter((url) => !isCamioAddress(url)).map((url) => new URL(url).host)),
    ];
    if (hosts.length === 0 || kind === 'practice') return true;
    const { response } = await needs.dialog.showMessageBox({
      type: 'question',
      message: `Sign in to “${name}” at ${hosts.join(' and ')}?`,
      detail:
        'This is not a server of Camio. Whoever runs it learns what you type there and gives out the token that Reader Desk then uses.',
      buttons: ['Sign in', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
      signal,
    });
    return response === 0 && !signal.aborted;
  }

  return {
    start,
    cancel,

    async openAgain(connectionId) {
      const attempt = attempts.get(connectionId);
      if (!attempt) return fail(notUnderWay);
      return (await opens(attempt.link)) ? ok(undefined) : fail(noBrowser);
    },

    async copyLink(connectionId) {
      const attempt = attempts.get(connectionId);
      if (!attempt) return fail(notUnderWay);
      await clipboard.writeText(attempt.link);
      return ok(undefined);
    },

    async revoke(connectionId) {
      const connection = connections.get(connectionId);
      if (!connection) return null;
      const record = await secrets.revealRecord(connectionId, originOf(connection.baseUrl));
      if (!record.ok || !record.value.signIn) return null;
      const { token, signIn } = record.value;
      const secret = await clientSecretOf(clientSecrets, connectionId, signIn.client);
      const client = createAuthorizationClient({
        send,
        client: signIn.client,
        clientSecret: secret.ok ? secret.value : '',
      });
      // Revoking the refresh token ends the access tokens made from it as well (RFC 7009 2.1).
      return client.revoke(signIn.refreshToken ?? token, AbortSignal.timeout(revocationLimitMs));
    },
  };
}

const revocationLimitMs = 10_000;

/** The file of connections is not encrypted, so its addresses are held to the form’s rules here again. */
function clientOf({ kind, baseUrl, signIn }: Connection): Result<SignInClient, AppError> {
  if (kind === 'practice') return ok(practiceSignIn(baseUrl));
  return signIn ? checkSignInClient(signIn) : fail(notSetUp);
}

async function listen(state: string): Promise<Result<CallbackListener, AppError>> {
  try {
    return ok(await listenForCallback(state));
  } catch (error) {
    return fail({
      code: 'unreachable',
      message: 'Your browser could not come back: this computer lets no program listen on its own address 127.0.0.1.',
      next: 'Paste a token instead, or check the security software on this computer.',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

const notSetUp: AppError = {
  code: 'blocked',
  message: 'This connection has no client ID to sign in with.',
  next: 'Edit the connection and choose Sign in with Camio.',
};

const notUnderWay: AppError = {
  code: 'not-found',
  message: 'No sign-in is under way.',
  next: 'Start it again.',
};

const noBrowser: AppError = {
  code: 'not-found',
  message: 'This computer did not open a browser.',
  next: 'Copy the link and open it in a browser on this computer.',
};
