import type { AppError } from '../../core/app-error.ts';
import { fail, type Result } from '../../core/result.ts';

/** The code of a call that broke instead of answering: main may have done what was asked. */
export const brokenCall = 'outcome-unknown';

/** A call's answer; a call that broke instead of answering becomes a failure that can be retried. */
export async function answered<T>(call: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await call();
  } catch (cause) {
    return fail({
      code: brokenCall,
      message: 'The program did not answer, so it is not known whether this was done.',
      next: 'Press Retry. If that does not help, start Reader Desk again.',
      detail: String(cause),
    });
  }
}
