import type { CameraPlan } from './camera-plan.ts';
import { fromPlanFile, type PlanFile, toPlanFile } from './plan-file.ts';

/**
 * A camera plan on its way to the window, as the JSON text of a `PlanFile`: one string crosses Electron's bridge at once,
 * where the objects of 10,000 cameras and their undo steps are copied one by one, and twice.
 */
export type PlanText = string;

export function planText(plan: CameraPlan): PlanText {
  return JSON.stringify(toPlanFile(plan));
}

/** The plan of a text that `planText` made; main's word is taken for it, as for all it answers. */
export function readPlanText(text: PlanText): CameraPlan {
  const file: PlanFile = JSON.parse(text);
  return fromPlanFile(file);
}
