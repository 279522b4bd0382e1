import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';
import { formatCount } from '../text/amounts.ts';

/** Longer than any token seen, and short enough for one HTTP header everywhere. */
export const longestToken = 4096;

/**
 * A pasted token without what comes along when it is copied from a mail, a script or Camio's guide: "Authorization:",
 * "Bearer", quotes, spaces around it, line breaks within it. Refuses with code `invalid-input` what cannot be a token.
 * The refusal never repeats the token.
 */
export function cleanToken(text: string): Result<string, AppError> {
  const token = unwrap(unwrap(text).replace(/\s*[\r\n]+\s*/g, ''));
  if (token === '' || /^(bearer|authorization)$/i.test(token)) {
    return refuse(
      'There is no token in what was entered.',
      'Press Generate on Camio’s settings page and copy the token.',
    );
  }
  if (/\s/.test(token)) {
    return refuse('The token has a space in the middle.', 'Copy the token alone, without the words around it.');
  }
  const odd = /[^\x21-\x7e]/u.exec(token);
  if (odd) {
    return refuse(
      `The token contains the character ${codePoint(odd[0])}, which no token has.`,
      'Copy the token again, straight from Camio’s settings page.',
    );
  }
  if (token.length > longestToken) {
    return refuse(
      `The token is ${formatCount(token.length)} characters long, too long for a token.`,
      'Copy the token alone, not the page around it.',
    );
  }
  return ok(token);
}

/** Takes off wrapping after wrapping until nothing changes, so that cleaning twice is cleaning once. */
function unwrap(text: string): string {
  let inner = text;
  let before: string;
  do {
    before = inner;
    inner = inner
      .trim()
      .replace(/^["'`]+|["'`]+$/g, '')
      .replace(/^authorization\s*:/i, '')
      .replace(/^bearer\s+/i, '');
  } while (inner !== before);
  return inner;
}

/** Odd characters are often invisible, so they are named by number. */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function refuse(message: string, next: string): Result<never, AppError> {
  return fail({ code: 'invalid-input', message, next });
}
