import { fail, ok, type Result } from '../../core/result.ts';
import { formatCount } from '../../core/text/amounts.ts';
import type { Sentences } from '../ipc/app-failure.ts';

/** The number of a line as a person types it, with or without commas; refused where the file has no such line. */
export function lineNumber(text: string, lastLine: number): Result<number, Sentences> {
  const typed = text.trim();
  const next = `Type a whole number from 1 to ${formatCount(lastLine)}.`;
  if (typed === '') return fail({ message: 'The number of the line is missing.', next });
  const isNumber = /^\d+$|^\d{1,3}(,\d{3})+$/.test(typed);
  if (!isNumber) return fail({ message: `“${typed}” is not the number of a line.`, next });
  const number = Number(typed.replaceAll(',', ''));
  if (number >= 1 && number <= lastLine) return ok(number);
  return fail({ message: number < 1 ? 'Lines are counted from 1.' : `The file has no line ${typed}.`, next });
}
