/** When the server says that it wrote this answer, in ms since 1970. Null where it does not, or a cache kept the answer. */
export function serverTimeMs(headers: Readonly<Record<string, string>>): number | null {
  return Number(headers.age ?? 0) > 0 ? null : httpDateMs(headers.date);
}

/** A header's date in ms since 1970, or null. Date.parse takes almost anything; an HTTP date always ends in GMT. */
export function httpDateMs(header: string | undefined): number | null {
  const text = header?.trim() ?? '';
  const atMs = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}
