import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';

const longestName = 60;

/**
 * A connection's name without spaces around it. Refuses with code `invalid-input` a name that is empty, longer than 60
 * characters, has control characters, or is one of `otherNames` (upper and lower case count as the same).
 */
export function checkConnectionName(text: string, otherNames: readonly string[]): Result<string, AppError> {
  const name = text.trim();
  if (name === '') return refuse('The connection has no name.', 'Give it a name, such as the building’s.');
  const length = [...name].length;
  if (length > longestName) {
    return refuse(`The name is ${length} characters long. The limit is ${longestName}.`, 'Shorten the name.');
  }
  if (/\p{Cc}/u.test(name)) {
    return refuse('The name contains a control character, such as a tab.', 'Type the name anew.');
  }
  if (otherNames.some((other) => sameName(other, name))) {
    return refuse(`There is already a connection named “${name}”.`, 'Choose another name.');
  }
  return ok(name);
}

function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function refuse(message: string, next: string): Result<never, AppError> {
  return fail({ code: 'invalid-input', message, next });
}
