/**
 * How long a `Retry-After` header asks to wait, in ms: it holds seconds or an HTTP date. Null where it is missing or says
 * neither; 0 where the date has passed.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse takes almost anything; an HTTP date always ends in GMT.
  const at = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
