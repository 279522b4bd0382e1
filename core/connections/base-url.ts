import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';

/** The two addresses below a base URL that are often pasted in its place. */
const calledPaths = /\/(devices|webhooks)$/;

/**
 * The API base URL as it is kept: https (http only for this computer), without user name, query, fragment or trailing
 * slash. Takes what a person typed; refuses with code `invalid-input`, naming the correction where there is one.
 */
export function parseBaseUrl(text: string): Result<string, AppError> {
  const parsed = parseAddress(text, 'API base URL', 'Copy it from Camio’s developer guide or from your Camio contact.');
  if (!parsed.ok) return parsed;
  const base = withoutTrailingSlash(parsed.value);
  if (calledPaths.test(base)) {
    return refuse(
      'This is the address of a single call. The API base URL is the part before it.',
      `Write ${base.replace(calledPaths, '')} instead.`,
    );
  }
  return ok(base);
}

/** The same rules for any address a token may be sent to. `name` is its field, `source` where to find it. */
export function parseAddress(text: string, name: string, source: string): Result<URL, AppError> {
  const typed = text.trim();
  if (typed === '') return refuse(`The ${name} is empty.`, source);
  if (/\s/.test(typed)) return refuse(`The ${name} contains a space.`, 'Remove the space.');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) {
    return refuse(`The ${name} does not say how to connect.`, `Write ${withHttps(typed)} instead.`);
  }
  if (!URL.canParse(typed)) return refuse(`The ${name} is not a web address.`, 'Check it for typing mistakes.');

  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(
      `The ${name} begins with ${url.protocol}//, but Camio is reached over https.`,
      `Write ${withHttps(typed)} instead.`,
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse(
      'With http:// the token would cross the network unencrypted.',
      'Write https:// instead. Only addresses of this computer, such as http://localhost, may begin with http://.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    return refuse(`The ${name} contains a user name or password.`, 'Remove everything up to the @ after the //.');
  }
  if (url.search !== '' || url.hash !== '') {
    return refuse(`The ${name} contains a ? or a #.`, 'Remove that sign and everything after it.');
  }
  return ok(url);
}

/** Whether a host name, as `URL.hostname` gives it, is this computer. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The scheme, host and port that a token belongs to. Takes a base URL as `parseBaseUrl` gives it. */
export function originOf(baseUrl: string): string {
  return new URL(baseUrl).origin;
}

function withHttps(typed: string): string {
  return `https://${typed.replace(/^([a-z][a-z0-9+.-]*:)?\/+/i, '').replace(/^https?:/i, '')}`;
}

function withoutTrailingSlash(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function refuse(message: string, next: string): Result<never, AppError> {
  return fail({ code: 'invalid-input', message, next });
}
