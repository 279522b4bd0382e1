import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';

/** The value of an answer that a benchmark cannot go on without. */
export function accepted<T>(answer: Result<T, AppError>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
