import type { Handlers } from '../../core/ipc/contract.ts';
import type { ReplaceByPattern } from './pattern-thread.ts';

/** What of renaming the window may not do itself. */
export function createRenameHandlers(replaceByPattern: ReplaceByPattern): Handlers<'rename'> {
  return {
    replacePattern: ({ names, ...job }) => replaceByPattern(job, names),
  };
}
