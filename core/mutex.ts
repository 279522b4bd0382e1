import type { AppError } from './app-error.ts';
import { fail, type Result } from './result.ts';

/**
 * Runs `begin` unless something of the connection is about to begin or is under way; then it is refused with `busy`, by
 * default the one given to `createAlone`.
 */
export type Alone = <T>(
  connectionId: string,
  begin: () => Promise<Result<T, AppError>>,
  busy?: AppError,
) => Promise<Result<T, AppError>>;

/** For what a connection may have one of at a time, and whose beginning takes a while, e.g. a push. */
export function createAlone(isUnderWay: (connectionId: string) => boolean, usualBusy: AppError): Alone {
  const beginning = new Set<string>();
  return async (connectionId, begin, busy = usualBusy) => {
    if (beginning.has(connectionId) || isUnderWay(connectionId)) return fail(busy);
    beginning.add(connectionId);
    try {
      return await begin();
    } finally {
      beginning.delete(connectionId);
    }
  };
}
