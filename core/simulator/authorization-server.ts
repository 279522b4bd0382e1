import { exhaustive } from '../result.ts';
import { type AuthorizationFault, meetFault } from './authorization-faults.ts';
import { consentPage, notePage } from './consent-page.ts';
import type { SimulatorAnswer } from './simulator.ts';

export const authorizePath = '/api/login/oauth/authorize';
export const tokenPath = '/api/login/oauth/access_token';
const revokePath = '/api/login/oauth/revoke';
const consentPath = '/api/login/oauth/consent';
const metadataPath = '/.well-known/oauth-authorization-server';
const paths: ReadonlySet<string> = new Set([authorizePath, tokenPath, revokePath, consentPath, metadataPath]);

export const isAuthorizationPath = (path: string): boolean => paths.has(path);

/** The one client that the practice account knows. */
export const practiceClientId = 'reader-desk-practice';

/** The client that is registered with the simulated Camio; null as secret: a public client. */
export interface RegisteredClient {
  readonly id: string;
  readonly secret: string | null;
}

/** What the simulated Camio knows of sign-ins. Plain data, in memory only: it holds secrets. */
export interface AuthorizationState {
  /** Consent pages that wait for a person, and codes that wait to be traded in. */
  readonly requests: readonly ConsentRequest[];
  readonly codes: readonly Code[];
  readonly grants: readonly IssuedGrant[];
}

interface ConsentRequest {
  readonly id: string;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly challenge: string;
  readonly scope: string;
}

interface Code extends Omit<ConsentRequest, 'id' | 'state'> {
  readonly code: string;
  readonly madeAtMs: number;
  /** The family of tokens it was traded for, once it was: traded in again, they are revoked (RFC 6749 4.1.2). */
  readonly usedFor: string | null;
}

/** One access token. Tokens renewed from each other are one family, and are revoked together. */
export interface IssuedGrant {
  readonly family: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly scope: string;
  readonly expiresAtMs: number;
  /** Its refresh token was traded for a newer one already. */
  readonly isRotated: boolean;
  readonly isRevoked: boolean;
}

export const noSignIns: AuthorizationState = { requests: [], codes: [], grants: [] };

export interface AuthorizationRequest {
  readonly method: string;
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
  readonly body: string;
}

/** What the server is made of beside its state: core has neither randomness, nor a clock, nor a hash. */
export interface AuthorizationServerNeeds {
  readonly client: RegisteredClient;
  /** The server’s own origin, its issuer. */
  readonly issuer: string;
  readonly nowMs: number;
  readonly email: string;
  /** A new text that nobody can guess. */
  readonly random: () => string;
  /** BASE64URL(SHA256(text)), as RFC 7636 has it. */
  readonly s256: (text: string) => string;
}

export interface AuthorizationStep {
  readonly state: AuthorizationState;
  readonly faults: readonly AuthorizationFault[];
  /** null: it never answers. */
  readonly answer: SimulatorAnswer | null;
}

const codeLifeMs = 60_000;
const tokenLifeSeconds = 3_600;
const mostKept = 200;

/** What the simulated Camio does with one request of a sign-in. Pure. */
export function authorize(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  request: AuthorizationRequest,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const call = `${request.method} ${request.path}`;
  switch (call) {
    case `GET ${authorizePath}`:
      return showConsent(state, faults, new URLSearchParams(request.query), needs);
    case `POST ${consentPath}`:
      return decide(state, faults, new URLSearchParams(request.body), needs);
    case `POST ${tokenPath}`:
      return answerToken(state, faults, new URLSearchParams(request.body), needs);
    case `POST ${revokePath}`:
      return revoke(state, faults, new URLSearchParams(request.body), needs);
    case `GET ${metadataPath}`:
      return { state, faults, answer: json(200, metadata(needs.issuer)) };
    default:
      return { state, faults, answer: json(405, { error: 'This path does not take this method.' }) };
  }
}

/** The grant of a bearer token that is valid now. */
export function validGrant(state: AuthorizationState, accessToken: string, nowMs: number): IssuedGrant | null {
  const grant = state.grants.find((issued) => issued.accessToken === accessToken);
  return grant && !grant.isRevoked && grant.expiresAtMs > nowMs ? grant : null;
}

/** Withdraws every token that was granted, as the account’s owner may at any time. */
export function revokeAll(state: AuthorizationState): AuthorizationState {
  return { ...state, grants: state.grants.map((grant) => ({ ...grant, isRevoked: true })) };
}

function showConsent(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  query: URLSearchParams,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const redirectUri = query.get('redirect_uri') ?? '';
  // Neither a foreign client nor a foreign address is ever sent to (RFC 6749 4.1.2.1).
  if (query.get('client_id') !== needs.client.id) return note(state, faults, 400, 'This client ID is not registered.');
  if (!isLoopbackRedirect(redirectUri)) {
    return note(state, faults, 400, 'The redirect address must be http://127.0.0.1 with a port and a path.');
  }
  const id = needs.random();
  const asked: ConsentRequest = {
    id,
    redirectUri,
    state: query.get('state'),
    challenge: query.get('code_challenge') ?? '',
    scope: query.get('scope') ?? '',
  };
  if (query.get('response_type') !== 'code') return refuseInBrowser(state, faults, asked, 'unsupported_response_type');
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(asked.challenge)) {
    return refuseInBrowser(state, faults, asked, 'invalid_request');
  }
  const { fault, left } = meetFault(faults, ['answer with error']);
  if (fault) return refuseInBrowser(state, left, asked, fault.error);
  return {
    state: { ...state, requests: [...state.requests, asked].slice(-mostKept) },
    faults,
    answer: consentPage({ id, consentPath, email: needs.email, scope: asked.scope }),
  };
}

function decide(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  form: URLSearchParams,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const asked = state.requests.find(({ id }) => id === form.get('request'));
  if (!asked) return note(state, faults, 400, 'This page was used already. Start again in Reader Desk.');
  const after = { ...state, requests: state.requests.filter(({ id }) => id !== asked.id) };
  if (form.get('decision') !== 'allow') return refuseInBrowser(after, faults, asked, 'access_denied');
  const { fault, left } = meetFault(faults, ['never returns', 'wrong state', 'no state', 'wrong issuer', 'no code']);
  if (fault?.kind === 'never returns')
    return note(after, left, 200, 'Something went wrong here. This page goes nowhere.');
  const { id: _, state: asOf, ...bound } = asked;
  const code: Code = { ...bound, code: needs.random(), madeAtMs: needs.nowMs, usedFor: null };
  const parameters = {
    ...(fault?.kind === 'no code' ? {} : { code: code.code }),
    ...(fault?.kind === 'no state' || asOf === null
      ? {}
      : { state: fault?.kind === 'wrong state' ? needs.random() : asOf }),
    iss: fault?.kind === 'wrong issuer' ? 'https://login.example' : needs.issuer,
  };
  return {
    state: { ...after, codes: [...after.codes, code].slice(-mostKept) },
    faults: left,
    answer: sendBack(asked.redirectUri, parameters),
  };
}

function answerToken(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  form: URLSearchParams,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const instead = meetFault(faults, ['token answer']);
  if (instead.fault) {
    const { status, headers = {}, body = '' } = instead.fault;
    return { state, faults: instead.left, answer: { status, headers, body } };
  }
  if (!isClient(form, needs.client)) return { state, faults, answer: json(401, { error: 'invalid_client' }) };
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return tradeCode(state, faults, form, needs);
    case 'refresh_token':
      return renew(state, faults, form, needs);
    default:
      return { state, faults, answer: json(400, { error: 'unsupported_grant_type' }) };
  }
}

function tradeCode(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  form: URLSearchParams,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const code = state.codes.find((made) => made.code === form.get('code'));
  if (!code) return { state, faults, answer: invalidGrant() };
  if (code.usedFor !== null) {
    return { state: withoutFamily(state, code.usedFor), faults, answer: invalidGrant() };
  }
  const family = needs.random();
  const used = { ...state, codes: state.codes.map((made) => (made === code ? { ...made, usedFor: family } : made)) };
  const isRight =
    needs.nowMs - code.madeAtMs <= codeLifeMs &&
    form.get('redirect_uri') === code.redirectUri &&
    needs.s256(form.get('code_verifier') ?? '') === code.challenge;
  return isRight
    ? grant(used, faults, { family, scope: code.scope }, needs)
    : { state: used, faults, answer: invalidGrant() };
}

/** A refresh token is good for one renewal. Used again, it was stolen by somebody, and the whole family ends. */
function renew(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  form: URLSearchParams,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const refreshToken = form.get('refresh_token');
  const before = state.grants.find((issued) => issued.refreshToken !== null && issued.refreshToken === refreshToken);
  if (!before || before.isRevoked) return { state, faults, answer: invalidGrant() };
  if (before.isRotated) return { state: withoutFamily(state, before.family), faults, answer: invalidGrant() };
  const rotated = {
    ...state,
    grants: state.grants.map((issued) => (issued === before ? { ...issued, isRotated: true } : issued)),
  };
  return grant(rotated, faults, before, needs);
}

function grant(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  { family, scope }: Pick<IssuedGrant, 'family' | 'scope'>,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  const life = meetFault(faults, ['short life']);
  const { fault, left } = meetFault(life.left, [
    '200 with error',
    'token hangs',
    'form-encoded',
    'no token type',
    'less scope',
    'no refresh token',
    'no scope',
  ]);
  if (fault?.kind === '200 with error') return { state, faults: left, answer: json(200, { error: fault.error }) };
  const seconds = life.fault?.seconds ?? tokenLifeSeconds;
  const issued: IssuedGrant = {
    family,
    accessToken: `signed-in-${needs.random()}`,
    refreshToken: fault?.kind === 'no refresh token' ? null : `renew-${needs.random()}`,
    scope,
    expiresAtMs: needs.nowMs + seconds * 1_000,
    isRotated: false,
    isRevoked: false,
  };
  const fields: Record<string, string | number> = {
    access_token: issued.accessToken,
    token_type: 'Bearer',
    expires_in: seconds,
    scope,
    ...(issued.refreshToken === null ? {} : { refresh_token: issued.refreshToken }),
  };
  const next = { ...state, grants: [...state.grants, issued].slice(-mostKept) };
  switch (fault?.kind) {
    case 'token hangs':
      return { state: next, faults: left, answer: null };
    case 'form-encoded': {
      const texts = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
      return { state: next, faults: left, answer: form(200, new URLSearchParams(texts).toString()) };
    }
    case 'no token type':
    case 'no scope':
      delete fields[fault.kind === 'no scope' ? 'scope' : 'token_type'];
      return { state: next, faults: left, answer: json(200, fields) };
    case 'less scope':
      return { state: next, faults: left, answer: json(200, { ...fields, scope: 'annotations:read' }) };
    case 'no refresh token':
    case undefined:
      return { state: next, faults: left, answer: json(200, fields) };
    default:
      return exhaustive(fault);
  }
}

/** RFC 7009: a token that is not known is answered as one that was revoked. */
function revoke(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  form: URLSearchParams,
  needs: AuthorizationServerNeeds,
): AuthorizationStep {
  if (!isClient(form, needs.client)) return { state, faults, answer: json(401, { error: 'invalid_client' }) };
  const token = form.get('token');
  const known = state.grants.find((issued) => issued.accessToken === token || issued.refreshToken === token);
  return { state: known ? withoutFamily(state, known.family) : state, faults, answer: json(200, {}) };
}

function withoutFamily(state: AuthorizationState, family: string): AuthorizationState {
  const grants = state.grants.map((issued) => (issued.family === family ? { ...issued, isRevoked: true } : issued));
  return { ...state, grants };
}

/** RFC 8414. */
function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}${authorizePath}`,
    token_endpoint: `${issuer}${tokenPath}`,
    revocation_endpoint: `${issuer}${revokePath}`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** http, the loopback address itself, any port (RFC 8252 7.3), a path, nothing more. */
function isLoopbackRedirect(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(address);
  const isPlain = search === '' && hash === '' && username === '' && password === '';
  return protocol === 'http:' && hostname === '127.0.0.1' && port !== '' && pathname !== '/' && isPlain;
}

function isClient(form: URLSearchParams, { id, secret }: RegisteredClient): boolean {
  return form.get('client_id') === id && (secret === null || form.get('client_secret') === secret);
}

function refuseInBrowser(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  { redirectUri, state: asOf }: ConsentRequest,
  error: string,
): AuthorizationStep {
  return { state, faults, answer: sendBack(redirectUri, { error, ...(asOf === null ? {} : { state: asOf }) }) };
}

function sendBack(redirectUri: string, parameters: Readonly<Record<string, string>>): SimulatorAnswer {
  const headers = {
    location: `${redirectUri}?${new URLSearchParams(parameters).toString()}`,
    'cache-control': 'no-store',
  };
  return { status: 303, headers, body: '' };
}

function note(
  state: AuthorizationState,
  faults: readonly AuthorizationFault[],
  status: number,
  sentence: string,
): AuthorizationStep {
  return { state, faults, answer: notePage(status, sentence) };
}

function invalidGrant(): SimulatorAnswer {
  return json(400, { error: 'invalid_grant' });
}

function json(status: number, fields: object): SimulatorAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body: JSON.stringify(fields) };
}

function form(status: number, body: string): SimulatorAnswer {
  return { status, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
}
