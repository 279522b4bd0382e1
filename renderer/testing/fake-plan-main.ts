import type { AppError } from '../../core/app-error.ts';
import { applyPlanAction, type CameraPlan, emptyPlan } from '../../core/cameras/camera-plan.ts';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { planActionSchema } from '../../core/cameras/plan-schema.ts';
import { planText } from '../../core/cameras/plan-text.ts';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';

const outOfStep: AppError = { code: 'draft-out-of-step', message: 'The plan moved on.', next: 'Open it again.' };
export const diskFull: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space.' };

/** For tests: main's side of one plan, as the contract has it, with the fault a test asks for. */
export class PlanMainStandIn {
  plan: CameraPlan = emptyPlan;
  isFull = false;

  readonly api: Pick<ReaderDeskApi, 'cameras'> = {
    cameras: {
      open: async () => ok({ plan: planText(this.plan), notices: [] }),
      apply: async ({ seq, action }) => {
        if (this.isFull) return fail(diskFull);
        if (seq !== this.plan.seq) return fail(outOfStep);
        this.do(planActionSchema.parse(JSON.parse(action)));
        return ok({ seq: this.plan.seq });
      },
    },
  };

  do(action: PlanAction): void {
    const applied = applyPlanAction(this.plan, action);
    if (!applied.ok) throw new Error(`Main refused ${action.kind}: ${applied.error.code}`);
    this.plan = applied.value.plan;
  }
}
