import { httpDateMs, serverTimeMs } from './server-time.ts';

/**
 * How long an answer's `Retry-After` asks to wait, in ms: it holds seconds or an HTTP date. Null where it is missing or
 * says neither; 0 where the date has passed. A date is by the server's clock, so it is measured from the answer's own
 * `Date`, and from `nowMs` only where that is not told.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const atMs = httpDateMs(text);
  return atMs === null ? null : Math.max(0, atMs - (serverTimeMs(headers) ?? nowMs));
}
