import type { IncomingMessage } from 'node:http';

/** Throws as Electron's constructor does, with the value in the message; answers the value as it is sent. */
export function checkHeader(name: string, value: unknown): string {
  if (value === undefined || value === null) throw new Error(`\`value\` required in setHeader("${name}", value)`);
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name)) throw new Error(`Invalid header name: '${name}'`);
  const text = String(value);
  if (/[\0\r\n]/.test(text)) throw new Error(`Invalid value for header '${name}': '${text}'`);
  // Chromium sends UTF-8.
  return Buffer.from(text, 'utf8').toString('latin1');
}

const restricted = [
  'content-length',
  'cookie2',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
] as const;

/** Headers that are Chromium's own to send. */
export const isRestricted = (name: string): boolean => restricted.some((each) => each === name.toLowerCase());

/** Headers of which only the first counts. */
const single = new Set(
  'content-type content-length user-agent referer host authorization proxy-authorization if-modified-since if-unmodified-since from location max-forwards retry-after etag last-modified server age expires'.split(
    ' ',
  ),
);

/** As Electron gives them: by lower-case name, repeated ones joined, `set-cookie` as a list. */
export function responseHeaders({ headersDistinct }: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (name === 'set-cookie') headers[name] = values;
    else headers[name] = single.has(name) ? (values[0] ?? '') : values.join(', ');
  }
  return headers;
}

/** Where an answer sends the request, and by which method; 'unsafe' for a scheme that Chromium follows from no server. */
export function redirectOf(
  { statusCode = 0, headers: { location } }: IncomingMessage,
  from: URL,
  method: string,
): { readonly url: string; readonly method: string } | 'unsafe' | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null;
  if (!URL.canParse(location, from.href)) return null;
  const target = new URL(location, from.href);
  if (!['http:', 'https:'].includes(target.protocol)) return 'unsafe';
  const becomesGet = statusCode === 303 ? method !== 'HEAD' : [301, 302].includes(statusCode) && method === 'POST';
  return { url: target.href, method: becomesGet ? 'GET' : method };
}
