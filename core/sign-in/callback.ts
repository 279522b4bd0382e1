import { cutShort } from '../camio/cut-short.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SignInFailure } from './sign-in-failure.ts';

/** What a request must have to be the browser coming back, all of it known to this attempt alone. */
export interface ExpectedCallback {
  /** The Host header, e.g. `127.0.0.1:49152`. */
  readonly host: string;
  readonly path: string;
  readonly state: string;
}

export interface CallbackRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query as they were sent. */
  readonly target: string;
}

/** A request on the loopback port: somebody else’s, answered with a status, or the browser’s with its query. */
export type ReadCallback =
  | { readonly kind: 'stranger'; readonly status: 400 | 404 | 405 }
  | { readonly kind: 'browser'; readonly query: string };

/** Tells the browser coming back from any other request that a program or a page on this computer can send. */
export function readCallback(request: CallbackRequest, expected: ExpectedCallback): ReadCallback {
  if (request.method !== 'GET') return { kind: 'stranger', status: 405 };
  if (request.host !== expected.host) return { kind: 'stranger', status: 400 };
  const [path, query = ''] = splitAt(request.target, '?');
  if (path !== expected.path) return { kind: 'stranger', status: 404 };
  const [state, ...more] = new URLSearchParams(query).getAll('state');
  if (state !== expected.state || more.length > 0) return { kind: 'stranger', status: 400 };
  return { kind: 'browser', query };
}

/** What the server told through the browser. */
export type CallbackAnswer =
  | { readonly kind: 'code'; readonly query: string; readonly issuer: string | null }
  | { readonly kind: 'denied' };

/** Reads the query of a callback with the right state. An `iss` must be of the origin that was asked (RFC 9207). */
export function readCallbackAnswer(query: string, askedOrigin: string): Result<CallbackAnswer, SignInFailure> {
  const parameters = new URLSearchParams(query);
  const issuers = parameters.getAll('iss');
  const issuer = issuers[0] ?? null;
  if (issuer !== null && (issuers.length > 1 || !isOfOrigin(issuer, askedOrigin))) {
    return fail({ code: 'wrong issuer', issuer: cutShort(issuer, 200) });
  }
  const error = parameters.get('error');
  if (error === 'access_denied') return ok({ kind: 'denied' });
  if (error !== null) {
    const description = cutShort(parameters.get('error_description') ?? '', 500);
    return fail({ code: 'error answer', error: cutShort(error, 100), description });
  }
  const codes = parameters.getAll('code');
  if (codes.length !== 1 || codes[0] === '') return fail({ code: 'no code' });
  return ok({ kind: 'code', query, issuer });
}

function isOfOrigin(issuer: string, origin: string): boolean {
  return URL.canParse(issuer) && new URL(issuer).origin === origin;
}

function splitAt(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
