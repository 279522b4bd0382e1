import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';

/** A refusal as an exception, for the query cache, which knows failures only as exceptions. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'AppFailure';
    this.error = error;
  }
}

/** The value of a call to main; throws AppFailure where main refused. */
export async function unwrap<Value>(answer: Promise<Result<Value, AppError>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}

/** What the screens show of a failure: main's own sentences, or that this is a fault of the program. */
export type Sentences = Pick<AppError, 'message' | 'next' | 'detail'>;

/** Main's refusal where there is one; anything else is a bug and is said to be one, with its text as detail. */
export function sentencesOf(failure: unknown): Sentences {
  if (failure instanceof AppFailure) return failure.error;
  return {
    message: 'Reader Desk ran into a fault of its own.',
    next: 'Try again. If it happens again, restart Reader Desk; the draft is kept.',
    detail: failure instanceof Error ? failure.message : String(failure),
  };
}
