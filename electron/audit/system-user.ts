import { userInfo } from 'node:os';

/** The name of the operating system's user, for the activity log. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in some containers; the log says so rather than nothing.
    return 'unknown user';
  }
}
