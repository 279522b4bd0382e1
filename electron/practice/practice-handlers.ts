import type { Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { Practice } from './practice.ts';

/** `stopWatching`: the last push is no longer watched for being undone, since that is what a reset does. */
export function createPracticeHandlers(practice: Practice, stopWatching: () => Promise<void>): Handlers<'practice'> {
  return {
    status: async () => ok(practice.status()),
    async reset() {
      await stopWatching();
      return practice.reset();
    },
  };
}
