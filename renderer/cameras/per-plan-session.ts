import type { PlanSession } from './plan-session.ts';
import { usePlanSession } from './use-plan.ts';

/** A hook that gives what is kept beside the open connection's plan, made once: all that show it share it. */
export function perPlanSession<T>(make: () => T): () => T {
  const kept = new WeakMap<PlanSession, { readonly value: T }>();
  return function useKept() {
    const session = usePlanSession();
    const found = kept.get(session) ?? { value: make() };
    kept.set(session, found);
    return found.value;
  };
}
