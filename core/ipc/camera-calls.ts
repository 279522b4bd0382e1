import { z } from 'zod';
import type { AppError } from '../app-error.ts';
import { planActionSchema } from '../cameras/plan-schema.ts';
import type { PlanText } from '../cameras/plan-text.ts';
import { fromJsonText } from '../json-text-schema.ts';
import { answers, connectionId } from './call.ts';

/** A camera plan with what its opening found out. */
export interface OpenedPlan {
  readonly plan: PlanText;
  readonly notices: readonly AppError[];
}

export const cameraCalls = {
  open: answers<OpenedPlan>()(z.object({ connectionId })),
  /** Answered when the action is on disk. `seq` is the plan's before the action; any other is `draft-out-of-step`. */
  apply: answers<{ readonly seq: number }>()(
    z.object({ connectionId, seq: z.int(), action: fromJsonText(planActionSchema) }),
  ),
};
