/** The value below which `share` (0 to 1) of the samples lie, by nearest rank. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** `p50 12.3 · p95 14.0 · max 15.1 ms (30×)`; a single sample is one number. */
export function spread(samples: readonly number[], unit = 'ms'): string {
  if (samples.length === 1) return `${short(samples[0] ?? Number.NaN)} ${unit}`;
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => short(quantile(samples, share)));
  return `p50 ${p50} · p95 ${p95} · max ${max} ${unit} (${samples.length}×)`;
}

/** Three digits are as many as a benchmark knows. */
export function short(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
