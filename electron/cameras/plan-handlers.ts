import { planText } from '../../core/cameras/plan-text.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { PlanStore } from './plan-store.ts';

/** The window's way to the camera plans. */
export function createPlanHandlers(plans: Pick<PlanStore, 'open' | 'apply'>): Handlers<'cameras'> {
  return {
    async open({ connectionId }) {
      const opened = await plans.open(connectionId);
      if (!opened.ok) return opened;
      const { plan, notices } = opened.value;
      return ok({ plan: planText(plan), notices });
    },

    async apply({ connectionId, seq, action }) {
      const applied = await plans.apply(connectionId, seq, action);
      return applied.ok ? ok({ seq: applied.value.seq }) : applied;
    },
  };
}
