import type { Handlers } from '../../core/ipc.ts';
import { ok } from '../../core/result.ts';
import type { Practice } from './practice.ts';

export function createPracticeHandlers(practice: Practice): Handlers<'practice'> {
  return {
    status: async () => ok(practice.status()),
    reset: () => practice.reset(),
  };
}
