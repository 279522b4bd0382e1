import type { AppError } from '../../core/app-error.ts';
import type { HttpOutcome, Send } from '../../core/camio/http.ts';
import { originOf } from '../../core/connections/base-url.ts';
import { createQueues } from '../../core/queue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Grant } from '../../core/sign-in/grant.ts';
import { phraseSignInFailure } from '../../core/sign-in/phrase-sign-in.ts';
import type { SignInFailure } from '../../core/sign-in/sign-in-failure.ts';
import type { Log } from '../app/log.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { SignInRecord, TokenRecord } from '../secrets/token-record.ts';
import { createAuthorizationClient } from './authorization-client.ts';
import { clientSecretOf } from './client-secret.ts';
import { keepToken } from './keep-token.ts';

/** Tokens ready for use: one that was got by signing in is renewed before it expires. */
export interface FreshTokens {
  reveal(connectionId: string, origin: string): Promise<Result<string, AppError>>;
  /** Told of every outcome: a token that Camio refuses is renewed before it is used again. */
  observe(connectionId: string, outcome: HttpOutcome, atMs: number): void;
}

/** A token is renewed when it has less than this left, so that it lives through the call it is for. */
const leewayMs = 60_000;
/** A token that Camio refuses right after it was renewed is not renewed over and over. */
const refusedPauseMs = 5 * 60_000;

export function createFreshTokens(options: {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly secrets: Pick<Secrets, 'revealRecord' | 'set' | 'setForSession'>;
  readonly clientSecrets: Pick<Secrets, 'reveal'>;
  readonly send: Send;
  readonly log: Log;
  readonly onChange: (connectionId: string) => void;
  /** The current time in ms since 1970. */
  readonly now?: () => number;
}): FreshTokens {
  const { connections, secrets, clientSecrets, send, log, onChange, now = Date.now } = options;
  const queues = createQueues();
  const givenLast = new Map<string, string>();
  /** By connection: the token that Camio refused. */
  const refused = new Map<string, string>();
  const renewedAfterRefusal = new Map<string, number>();
  /** Renewed tokens that could not be stored yet. The ones they replace are no longer good. */
  const unstored = new Map<string, TokenRecord>();

  const isExpired = ({ expiresAt }: SignInRecord, leftMs: number) =>
    expiresAt !== null && Date.parse(expiresAt) - now() <= leftMs;

  function isRefused(connectionId: string, token: string): boolean {
    const renewedAt = renewedAfterRefusal.get(connectionId) ?? Number.NEGATIVE_INFINITY;
    return refused.get(connectionId) === token && now() - renewedAt > refusedPauseMs;
  }

  async function ready(connectionId: string, origin: string): Promise<Result<string, AppError>> {
    const stored = await storeLate(connectionId);
    if (!stored.ok) return stored;
    const read = await secrets.revealRecord(connectionId, origin);
    if (!read.ok) return read;
    const { token, signIn } = read.value;
    if (!signIn) return ok(token);
    const wasRefused = isRefused(connectionId, token);
    if (!wasRefused && !isExpired(signIn, leewayMs)) return ok(token);
    if (signIn.refreshToken === null) return isExpired(signIn, 0) ? fail(signInEnded) : ok(token);
    if (wasRefused) renewedAfterRefusal.set(connectionId, now());
    return renew(connectionId, read.value, signIn, signIn.refreshToken);
  }

  async function renew(
    connectionId: string,
    record: TokenRecord,
    signIn: SignInRecord,
    refreshToken: string,
  ): Promise<Result<string, AppError>> {
    const secret = await clientSecretOf(clientSecrets, connectionId, signIn.client);
    if (!secret.ok) return secret;
    const client = createAuthorizationClient({ send, client: signIn.client, clientSecret: secret.value });
    const granted = await client.refresh(refreshToken, new AbortController().signal);
    if (granted.ok) {
      const renewed = renewedRecord(record, signIn, granted.value, now());
      unstored.set(connectionId, renewed);
      const stored = await storeLate(connectionId);
      return stored.ok ? ok(renewed.token) : stored;
    }
    if (!endsSignIn(granted.error)) {
      // The token it has may be good for a moment yet.
      if (!isExpired(signIn, 0)) return ok(record.token);
      return fail(phraseSignInFailure(granted.error));
    }
    const connection = connections.get(connectionId);
    const ended = { ...record, signIn: { ...signIn, refreshToken: null, expiresAt: new Date(now()).toISOString() } };
    const kept = connection ? await keepToken(secrets, connection, ended) : ok(undefined);
    if (!kept.ok) log(`The end of a sign-in could not be stored. ${kept.error.message}`);
    onChange(connectionId);
    return fail(signInEnded);
  }

  /** Stores a renewed token. Until that succeeds nothing else is done with the connection’s token. */
  async function storeLate(connectionId: string): Promise<Result<void, AppError>> {
    const record = unstored.get(connectionId);
    const connection = connections.get(connectionId);
    if (!record) return ok(undefined);
    if (connection && originOf(connection.baseUrl) === record.origin) {
      const kept = await keepToken(secrets, connection, record);
      if (!kept.ok) return kept;
      onChange(connectionId);
    }
    unstored.delete(connectionId);
    return ok(undefined);
  }

  return {
    reveal: (connectionId, origin) =>
      queues.run(connectionId, async () => {
        const token = await ready(connectionId, origin);
        if (token.ok) givenLast.set(connectionId, token.value);
        return token;
      }),

    observe(connectionId, outcome) {
      const token = givenLast.get(connectionId);
      if (outcome.kind === 'answer' && outcome.status === 401 && token !== undefined) refused.set(connectionId, token);
    },
  };
}

/** Why a connection whose sign-in has ended cannot be used. Its draft, sweeps and pushes stay where they are. */
const signInEnded: AppError = {
  code: 'unauthorized',
  message: 'Your sign-in with Camio has ended. Nothing was sent, and your draft is kept.',
  next: 'Sign in again.',
};

/** Whether the refresh token is of no more use (RFC 6749 5.2, and GitHub’s name for it). */
function endsSignIn(failure: SignInFailure): boolean {
  return (
    failure.code === 'error answer' && (failure.error === 'invalid_grant' || failure.error === 'bad_refresh_token')
  );
}

/** A server that does not rotate refresh tokens answers without one: the one before stays good (RFC 6749 6). */
function renewedRecord(record: TokenRecord, signIn: SignInRecord, grant: Grant, nowMs: number): TokenRecord {
  const { accessToken: token, refreshToken } = grant;
  return {
    ...record,
    token,
    signIn: { ...signIn, refreshToken: refreshToken ?? signIn.refreshToken, expiresAt: expiryOf(grant, nowMs) },
  };
}

/** When a token that was granted now expires (ISO 8601), or null where the server did not say. */
export function expiryOf({ expiresInSeconds }: Grant, nowMs: number): string | null {
  if (expiresInSeconds === null) return null;
  const latest = Date.UTC(9999, 0, 1);
  return new Date(Math.min(nowMs + expiresInSeconds * 1_000, latest)).toISOString();
}
