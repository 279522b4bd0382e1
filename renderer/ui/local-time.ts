// The system's notation: undefined is its locale.
const clock = { hour: 'numeric', minute: '2-digit' } as const;
const thisYear = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', ...clock, second: '2-digit' });
const otherYear = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', ...clock });

const today = new Intl.DateTimeFormat(undefined, { ...clock, second: '2-digit' });

/** A time (ISO 8601) of this session by this computer's clock: `5:30:10 PM`, `17:30:10`. */
export function clockTime(at: string): string {
  return today.format(new Date(at));
}

/**
 * A time (ISO 8601) by this computer's clock, short enough for a column: `Nov 1, 5:30:10 PM` in the year of `now`,
 * `Nov 1, 2021, 5:30 PM` in any other. The exact time belongs in a title beside it.
 */
export function localTime(at: string, now = new Date()): string {
  const date = new Date(at);
  return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(date);
}
