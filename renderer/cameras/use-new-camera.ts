import { NewLine } from '../ui/new-line.ts';
import { perPlanSession } from './per-plan-session.ts';
import type { NewCamera } from './plan-actions.ts';

const nothing: NewCamera = { id: '', name: '', site: '' };

/** The line for new cameras of the open connection's plan. */
export const useNewCameraLine = perPlanSession(() => new NewLine(nothing));
