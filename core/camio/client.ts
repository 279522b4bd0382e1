import type { Json } from '../json.ts';
import type { Reader } from '../readers/reader.ts';
import { fail, ok, type Result } from '../result.ts';
import { cutShort } from './cut-short.ts';
import { type ParseList, parseDeviceList } from './device-list.ts';
import { type Dialect, type ListKey, laterHost } from './dialect.ts';
import type { CamioFailure } from './failure.ts';
import type { HttpOutcome, HttpRequest, Send } from './http.ts';
import { parseLossless } from './lossless.ts';
import { retryAfterMs } from './retry-after.ts';

/** The list as read, under which key it came (`bare`: an array without a key), and how long the call took. */
export interface ReadList {
  readonly readers: readonly Reader[];
  readonly seenAs: ListKey | 'bare';
  readonly status: number;
  readonly latencyMs: number;
}

/** A write that was answered with 200 or 204. It says nothing about what was stored. */
export interface Accepted {
  readonly status: number;
  readonly latencyMs: number;
  /** The server's answer as text, at most 2,000 characters. */
  readonly answer: string;
}

/** Camio's calls for one account. Never rejects; failures are values. */
export interface CamioClient {
  readList(signal: AbortSignal): Promise<Result<ReadList, CamioFailure>>;
  /** Posts exactly `body`, made by `encodeDeviceList`. Replaces the whole stored list. */
  replaceList(body: string, signal: AbortSignal): Promise<Result<Accepted, CamioFailure>>;
  /** Posts exactly `body`, made by `encodeEvent`. */
  sendEvent(body: string, signal: AbortSignal): Promise<Result<Accepted & { readonly sentAt: string }, CamioFailure>>;
  /** The account's email; null where the server answered without one. */
  whoAmI(signal: AbortSignal): Promise<Result<{ readonly email: string | null }, CamioFailure>>;
}

export interface CamioClientOptions {
  readonly send: Send;
  /** Without a trailing slash. The authorization goes to this URL's origin and nowhere else. */
  readonly baseUrl: string;
  readonly dialect: Dialect;
  /** The Authorization header's whole value. */
  readonly authorization: string;
  /** The current time in ms since 1970. */
  readonly now: () => number;
  readonly parseList?: ParseList;
}

const readTimeoutMs = 30_000;
const writeTimeoutMs = 60_000;
const maxAnswerBytes = 16 * 1024 * 1024;
/** An account is an email and a few fields. */
const maxAccountBytes = 256 * 1024;
const maxTextLength = 2_000;

/** A client of Camio's access-control API (see Camio's guide for PACS integrations). */
export function createCamioClient({
  send,
  baseUrl,
  dialect,
  authorization,
  now,
  parseList = async (text, preferred) => parseDeviceList(text, preferred),
}: CamioClientOptions): CamioClient {
  const get = (url: string, maxBytes: number, signal: AbortSignal) =>
    send({ method: 'GET', url, headers: headers(), timeoutMs: readTimeoutMs, maxAnswerBytes: maxBytes, signal });
  const postOnce = (url: string, body: string, signal: AbortSignal) =>
    send({
      method: 'POST',
      url,
      headers: headers(body),
      body,
      timeoutMs: writeTimeoutMs,
      maxAnswerBytes,
      signal,
      once: true,
    });
  const headers = (body?: string): HttpRequest['headers'] => ({
    Authorization: authorization,
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  });

  return {
    async readList(signal) {
      const answered = expectStatus(await get(`${baseUrl}/devices`, maxAnswerBytes, signal), [200, 204], now);
      if (!answered.ok) return answered;
      const { status, body, latencyMs, notUtf8 } = answered.value;
      if (status === 204) return unreadable('The answer is 204: no content.', '');
      if (notUtf8) return unreadable('The answer is not UTF-8 text.', cutShort(body, 200));
      const list = await parseList(body, dialect.listKey);
      return list.ok ? ok({ ...list.value, status, latencyMs }) : fail({ code: 'unreadable', ...list.error });
    },

    async replaceList(body, signal) {
      return accepted(await postOnce(`${baseUrl}/devices`, body, signal), now);
    },

    async sendEvent(body, signal) {
      const sentAt = new Date(now()).toISOString();
      const answered = accepted(await postOnce(`${baseUrl}/webhooks`, body, signal), now);
      return answered.ok ? ok({ ...answered.value, sentAt }) : answered;
    },

    async whoAmI(signal) {
      const { origin, hostname } = new URL(baseUrl);
      // The later host does not know accounts, and asking camio.com would show the token to a host the person did not name.
      if (hostname === laterHost) return ok({ email: null });
      const answered = expectStatus(await get(`${origin}/api/user`, maxAccountBytes, signal), [200], now);
      return answered.ok ? ok({ email: emailIn(answered.value.body) }) : answered;
    },
  };
}

type Answer = Extract<HttpOutcome, { kind: 'answer' }>;

/** The answer where its status is one of those expected, otherwise what went wrong. */
function expectStatus(
  outcome: HttpOutcome,
  expected: readonly number[],
  now: () => number,
): Result<Answer, CamioFailure> {
  if (outcome.kind === 'failed') return fail({ code: 'transport', failure: outcome.failure });
  if (outcome.kind === 'redirect') {
    return fail({ code: 'redirected', status: outcome.status, target: outcome.target });
  }
  const { status } = outcome;
  if (expected.includes(status)) return ok(outcome);
  const text = cutShort(outcome.body.trim(), maxTextLength);
  if (status === 401 || status === 403) return fail({ code: 'unauthorized', status, text });
  if (status === 404 || status === 405) return fail({ code: 'not offered', status, text });
  const waitMs = retryAfterMs(outcome.headers, now());
  if (status === 429) return fail({ code: 'rate limited', retryAfterMs: waitMs, text });
  if (status >= 400 && status < 500) return fail({ code: 'rejected', status, text });
  if (status >= 500) return fail({ code: 'server error', status, retryAfterMs: waitMs, text });
  return fail({ code: 'unexpected status', status, text });
}

/** A write counts as accepted with 200 or 204 (Camio's guide names no other). */
function accepted(outcome: HttpOutcome, now: () => number): Result<Accepted, CamioFailure> {
  const answered = expectStatus(outcome, [200, 204], now);
  if (!answered.ok) return answered;
  const { status, latencyMs, body } = answered.value;
  return ok({ status, latencyMs, answer: cutShort(body.trim(), maxTextLength) });
}

function unreadable(why: string, excerpt: string): { readonly ok: false; readonly error: CamioFailure } {
  return fail({ code: 'unreadable', why, excerpt });
}

/** The `email` of a JSON object, or null: who may ask for it is not documented, so any other answer says nothing. */
function emailIn(body: string): string | null {
  let json: Json;
  try {
    json = parseLossless(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof json !== 'object' || json === null || !('email' in json)) return null;
  return typeof json.email === 'string' && json.email !== '' ? json.email : null;
}
