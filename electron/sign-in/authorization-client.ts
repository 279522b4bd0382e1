import * as oauth from 'oauth4webapi';
import { cutShort } from '../../core/camio/cut-short.ts';
import type { HttpOutcome, Send } from '../../core/camio/http.ts';
import { isLoopback } from '../../core/connections/base-url.ts';
import type { SignInClient } from '../../core/connections/sign-in-client.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Grant } from '../../core/sign-in/grant.ts';
import { type Revocation, readRevocationAddress } from '../../core/sign-in/revocation.ts';
import type { SignInFailure } from '../../core/sign-in/sign-in-failure.ts';
import { readTokenAnswer } from '../../core/sign-in/token-answer.ts';

/** A client of one authorization server. Every call goes through the app’s door to the network, and none is repeated. */
export interface AuthorizationClient {
  /** Trades in the code of a callback; `query` and `issuer` as the browser brought them. */
  exchange(
    callback: { readonly query: string; readonly issuer: string | null; readonly state: string },
    secrets: { readonly redirectUri: string; readonly verifier: string },
    cancel: AbortSignal,
  ): Promise<Result<Grant, SignInFailure>>;
  refresh(refreshToken: string, cancel: AbortSignal): Promise<Result<Grant, SignInFailure>>;
  /** Withdraws a token at the server (RFC 7009), if its metadata name a place for that. */
  revoke(token: string, cancel: AbortSignal): Promise<Revocation>;
}

const tokenTimeoutMs = 30_000;
const maxAnswerBytes = 256 * 1024;

/** `clientSecret`: '' for a public client. */
export function createAuthorizationClient(options: {
  readonly send: Send;
  readonly client: SignInClient;
  readonly clientSecret: string;
  readonly timeoutMs?: number;
}): AuthorizationClient {
  const { send, client, clientSecret, timeoutMs = tokenTimeoutMs } = options;
  const asked: oauth.Client = { client_id: client.clientId };
  // In the body, where GitHub’s kind of server looks for it too.
  const authentication = clientSecret === '' ? oauth.None() : oauth.ClientSecretPost(clientSecret);
  const isPlainHttp = isLoopback(new URL(client.tokenUrl).hostname);
  const server = (issuer: string | null): oauth.AuthorizationServer => ({
    issuer: issuer ?? new URL(client.authorizeUrl).origin,
    authorization_endpoint: client.authorizeUrl,
    token_endpoint: client.tokenUrl,
  });

  const post = (url: string, headers: Readonly<Record<string, string>>, body: URLSearchParams, signal: AbortSignal) =>
    send({ method: 'POST', url, headers, body: body.toString(), timeoutMs, maxAnswerBytes, signal, once: true });

  /** Asks the token endpoint, in `ask` with the `fetch` it is given. What the server says comes back without `secrets`. */
  async function grantFrom(
    secrets: readonly string[],
    cancel: AbortSignal,
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>,
  ): Promise<Result<Grant, SignInFailure>> {
    // An object, since the library calls back where the compiler cannot see it.
    const came: { failure: SignInFailure | null } = { failure: null };
    const fetchNormal = async (url: string, init: oauth.CustomFetchOptions<'POST', URLSearchParams>) => {
      const { 'user-agent': _, ...headers } = init.headers;
      const answer = readOutcome(await post(url, headers, init.body, cancel), [...secrets, clientSecret]);
      if (answer.ok) return new Response(answer.value, { headers: { 'content-type': 'application/json' } });
      came.failure = answer.error;
      throw new Error('No grant came.');
    };
    try {
      const tokens = await ask({ [oauth.customFetch]: fetchNormal, [oauth.allowInsecureRequests]: isPlainHttp });
      return ok({
        accessToken: tokens.access_token,
        refreshToken: tokens.refresh_token ?? null,
        expiresInSeconds: tokens.expires_in ?? null,
        scope: tokens.scope ?? null,
      });
    } catch {
      // The library's errors quote the answer, so nothing of them is kept.
      return fail(came.failure ?? { code: 'unreadable', why: 'It is not as OAuth demands.' });
    }
  }

  return {
    async exchange({ query, issuer, state }, { redirectUri, verifier }, cancel) {
      const as = server(issuer);
      const parameters = new URLSearchParams(query);
      const secrets = [parameters.get('code') ?? '', verifier, state];
      return grantFrom(secrets, cancel, async (options) => {
        const checked = oauth.validateAuthResponse(as, asked, parameters, state);
        const response = await oauth.authorizationCodeGrantRequest(
          as,
          asked,
          authentication,
          checked,
          redirectUri,
          verifier,
          options,
        );
        return oauth.processAuthorizationCodeResponse(as, asked, response);
      });
    },

    refresh: (refreshToken, cancel) =>
      grantFrom([refreshToken], cancel, async (options) => {
        const as = server(null);
        const response = await oauth.refreshTokenGrantRequest(as, asked, authentication, refreshToken, options);
        return oauth.processRefreshTokenResponse(as, asked, response);
      }),

    async revoke(token, cancel) {
      const discovered = await discover(cancel);
      if (discovered === null) return 'not offered';
      const body = new URLSearchParams({ token, client_id: client.clientId });
      if (clientSecret !== '') body.set('client_secret', clientSecret);
      const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', accept: 'application/json' };
      const outcome = await post(discovered, headers, body, cancel);
      return outcome.kind === 'answer' && outcome.status === 200 ? 'revoked' : 'failed';
    },
  };

  /** Where this server revokes tokens, if it says so (RFC 8414). An address of another origin is never believed. */
  async function discover(cancel: AbortSignal): Promise<string | null> {
    const { origin } = new URL(client.tokenUrl);
    const outcome = await send({
      method: 'GET',
      url: `${origin}/.well-known/oauth-authorization-server`,
      headers: { accept: 'application/json' },
      timeoutMs,
      maxAnswerBytes,
      signal: cancel,
    });
    if (outcome.kind !== 'answer' || outcome.status !== 200) return null;
    return readRevocationAddress(outcome.body, origin);
  }
}

/** A token endpoint's answer, or why it is none. Its texts are shown, and a server may repeat what it was sent. */
function readOutcome(outcome: HttpOutcome, secrets: readonly string[]): Result<string, SignInFailure> {
  const clean = (text: string) =>
    secrets
      .filter((secret) => secret !== '')
      .flatMap((secret) => [secret, encodeURIComponent(secret)])
      .reduce((cleaned, secret) => cleaned.replaceAll(secret, '…'), text);
  switch (outcome.kind) {
    case 'answer': {
      const read = readTokenAnswer(outcome);
      if (read.ok) return read;
      const cleaned = readTokenAnswer({ ...outcome, body: clean(outcome.body) });
      return cleaned.ok ? read : cleaned;
    }
    case 'redirect':
      return fail({ code: 'redirected', status: outcome.status, target: cutShort(clean(outcome.target), 300) });
    case 'failed':
      return fail({ code: 'transport', failure: outcome.failure });
  }
}
