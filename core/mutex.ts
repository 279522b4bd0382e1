import type { AppError } from './app-error.ts';
import { fail, type Result } from './result.ts';

/**
 * Runs `begin`, or refuses with `busy` if the connection's last `begin` has not ended or what it began is under way.
 * `busy` is by default the one given to `createMutex`.
 */
export type Mutex = <T>(
  connectionId: string,
  begin: () => Promise<Result<T, AppError>>,
  busy?: AppError,
) => Promise<Result<T, AppError>>;

/** For what a connection has one of at a time and what takes a while to begin, e.g. a push. */
export function createMutex(isUnderWay: (connectionId: string) => boolean, usualBusy: AppError): Mutex {
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
