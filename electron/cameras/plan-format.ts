import { applyPlanAction, type CameraPlan, emptyPlan } from '../../core/cameras/camera-plan.ts';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { fromPlanFile, toPlanFile } from '../../core/cameras/plan-file.ts';
import { planActionSchema, planFileSchema } from '../../core/cameras/plan-schema.ts';
import { ok } from '../../core/result.ts';
import type { JournalledFormat } from '../store/journalled/journalled-format.ts';
import { journalledNotices } from '../store/journalled/journalled-notices.ts';

/** How a camera plan is kept on disk. */
export const planFormat: JournalledFormat<CameraPlan, PlanAction> = {
  name: 'plan',
  version: 1,
  empty: emptyPlan,
  actionSchema: planActionSchema,
  parts: ['cameras', 'views', 'names', 'undo', 'redo'],
  notices: journalledNotices('camera plan', {
    whenDamaged: 'Look the plan over before you carry it to Camio.',
    whenLost: 'Import the cameras again and assign their readers.',
  }),

  apply(plan, action) {
    const applied = applyPlanAction(plan, action);
    return applied.ok ? ok(applied.value.plan) : applied;
  },

  encode(plan) {
    const { seq, cameras, views, names, undo, redo } = toPlanFile(plan);
    return { head: { seq }, lists: { cameras, views, names, undo, redo } };
  },

  decode(version, data) {
    // Version 1 is the first; a later one turns the data of each earlier one into its own here.
    const parsed = planFileSchema.safeParse({ ...data, version });
    return parsed.success ? fromPlanFile(parsed.data) : null;
  },
};
