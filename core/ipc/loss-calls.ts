import { z } from 'zod';
import type { ListLoss } from '../draft/list-loss.ts';
import type { Comparison } from '../history/comparison.ts';
import { answers, connectionId } from './call.ts';
import type { RestoreOutcome } from './history-calls.ts';

export const lossCalls = {
  /** What Camio's list lost since it was held here; null where that is nothing, or was put away. */
  state: answers<ListLoss | null>()(z.object({ connectionId })),
  /** What leads from the list that was held to the one Camio holds now, which is read. */
  compare: answers<Comparison>()(z.object({ connectionId })),
  /**
   * Puts the draft on Camio's list and what that lost back into it, beside the person's own changes; nothing is sent.
   * Refused while readers were changed on both sides.
   */
  restore: answers<RestoreOutcome>()(z.object({ connectionId })),
  putAway: answers<void>()(z.object({ connectionId })),
};
