import { z } from 'zod';
import type { Takeover } from '../takeover/takeover.ts';
import { answers, connectionId } from './call.ts';
import type { RestoreOutcome } from './history-calls.ts';

export const takeoverCalls = {
  /** A push of ours that somebody else's list undid; null where none did. */
  state: answers<Takeover | null>()(z.object({ connectionId })),
  /** Puts the draft on Camio's list and the undone changes back into it, as one step; nothing is sent. */
  restore: answers<RestoreOutcome>()(z.object({ connectionId })),
  dismiss: answers<void>()(z.object({ connectionId })),
};
