import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';
import { offsetReader } from './zone-offset.ts';

/** The IANA time zone this computer is set to. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of a connection's site: its own, else this computer's, also where this system does not know that zone. */
export function siteTimeZone({ timeZone }: { readonly timeZone?: string }): string {
  return timeZone !== undefined && offsetReader(timeZone) ? timeZone : ownTimeZone();
}

/** An IANA time zone without spaces around it. Refuses with code `invalid-input` what this system does not know. */
export function checkTimeZone(text: string): Result<string, AppError> {
  const timeZone = text.trim();
  if (timeZone !== '' && offsetReader(timeZone)) return ok(timeZone);
  return fail({
    code: 'invalid-input',
    message: timeZone === '' ? 'The time zone is empty.' : `“${timeZone}” is not a time zone.`,
    next: 'Choose one from the list, such as America/New_York.',
  });
}
