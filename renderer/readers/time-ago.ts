const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

const relative = new Intl.RelativeTimeFormat('en');

/** How long ago a time (ISO 8601) was, in whole units: `just now`, `2 minutes ago`, `3 days ago`. */
export function timeAgo(at: string, nowMs: number): string {
  const passedMs = nowMs - Date.parse(at);
  const step = steps.find(({ ms }) => passedMs >= ms);
  return step ? relative.format(-Math.floor(passedMs / step.ms), step.unit) : 'just now';
}
