import { toast } from '../ui/toast.ts';
import { PlanActions } from './plan-actions.ts';
import type { PlanSession } from './plan-session.ts';
import { usePlanSession } from './use-plan.ts';

const actions = new WeakMap<PlanSession, PlanActions>();

/** What can be done to the open connection's plan; the same for as long as its session lives. */
export function usePlanActions(): PlanActions {
  const session = usePlanSession();
  const found = actions.get(session) ?? new PlanActions(session, toast);
  actions.set(session, found);
  return found;
}
