import { z } from 'zod';
import type { PushState } from '../push/push-state.ts';
import { answers, connectionId, typed } from './call.ts';

export const pushCalls = {
  /**
   * Starts a push of the draft as reviewed (`seq`); its states arrive as `pushState`. `typed` answers the brake,
   * `unseen` the question whether to send over a list that cannot be seen.
   */
  start: answers<void>()(z.object({ connectionId, seq: z.int(), typed, unseen: typed })),
  cancel: answers<void>()(z.object({ connectionId })),
  /** The running or last push. One that an earlier session left without an outcome is read back, then and there. */
  state: answers<PushState | null>()(z.object({ connectionId })),
  /** Reads back once more what became of a list that was sent. */
  settle: answers<void>()(z.object({ connectionId })),
};
