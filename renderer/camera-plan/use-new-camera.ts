import { perPlanSession } from '../cameras/per-plan-session.ts';
import type { NewCamera } from '../cameras/plan-actions.ts';
import { NewLine } from '../ui/new-line.ts';

const nothing: NewCamera = { id: '', name: '', site: '' };

/** The line for new cameras of the open connection's plan. */
export const useNewCameraLine = perPlanSession(() => new NewLine(nothing));
