import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';

/**
 * The labels as they are kept: without spaces around them, empty ones and repetitions. Refuses with code
 * `invalid-input` a label with control characters.
 */
export function cleanLabels(labels: readonly string[]): Result<readonly string[], AppError> {
  const cleaned = [...new Set(labels.map((label) => label.trim()).filter((label) => label !== ''))];
  const odd = cleaned.findIndex((label) => /\p{Cc}/u.test(label));
  if (odd === -1) return ok(cleaned);
  return fail({
    code: 'invalid-input',
    message: `Label ${odd + 1} contains a control character, such as a tab or a line break.`,
    next: 'Type the label anew.',
  });
}
