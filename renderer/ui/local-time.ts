const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const thisYear = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', ...clock, second: '2-digit' });
const otherYear = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: 'numeric', ...clock });

const today = new Intl.DateTimeFormat('en', { ...clock, second: '2-digit' });

/** A time (ISO 8601) of this session by this computer's clock: `17:30:10`. */
export function clockTime(at: string): string {
  return today.format(new Date(at));
}

/**
 * A time (ISO 8601) by this computer's clock, short enough for a column: `Nov 1, 17:30:10` in the year of `now`,
 * `Nov 1, 2021, 17:30` in any other. The exact time belongs in a title beside it.
 */
export function localTime(at: string, now = new Date()): string {
  const date = new Date(at);
  return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(date);
}
