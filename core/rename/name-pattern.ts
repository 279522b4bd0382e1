import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';
import type { PatternReplacement } from './rename-rule.ts';

/** What is found and put in its place, in every name. */
export type PatternJob = Omit<PatternReplacement, 'kind'>;

/** Names in one call: few enough that neither side stands still while they cross over. */
export const mostNamesAtOnce = 5_000;

/** The regular expression, or a sentence on what is wrong with it. Running it may still take for ever. */
export function compilePattern({ find, matchCase }: PatternJob): Result<RegExp, AppError> {
  try {
    return ok(new RegExp(find, matchCase ? 'gu' : 'giu'));
  } catch (error) {
    // "Invalid regular expression: /(/gu: Unterminated group"
    const reason = (error instanceof Error ? error.message : '').split(': ').at(-1) ?? '';
    return fail({
      code: 'invalid-input',
      message: `This is not a regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
      next: 'Correct it, or turn off “Regular expression” to find the text as it is.',
    });
  }
}

/** Every name with what was found replaced. Runs in a thread of its own that can be ended. */
export function replacePattern(pattern: RegExp, replacement: string, names: readonly string[]): string[] {
  return names.map((name) => name.replace(pattern, replacement));
}
