import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { emptyPlan } from '../../core/cameras/camera-plan.ts';
import type { Coverage } from '../../core/cameras/coverage.ts';
import { RunningCoverage } from '../../core/cameras/running-coverage.ts';
import type { CarriedCamera } from '../../core/cameras/worksheet-state.ts';
import { useConnection } from '../app/current-connection.ts';
import type { PlanSession } from './plan-session.ts';
import { worksheetQuery } from './queries.ts';
import { usePlan, usePlanSession } from './use-plan.ts';
import { usePlannedReaders } from './use-planned-readers.ts';

const nothingCarried: readonly CarriedCamera[] = [];

/** Page, rail and status line ask for the same. */
const running = new WeakMap<PlanSession, RunningCoverage>();

function runningCoverage(session: PlanSession): RunningCoverage {
  const found = running.get(session) ?? new RunningCoverage();
  running.set(session, found);
  return found;
}

/** How much of the list the plan covers. In a long plan it follows an act a moment later, so that the act shows at once. */
export function useCoverage(): Coverage {
  const session = usePlanSession();
  const plan = useDeferredValue(usePlan((state) => (state.kind === 'open' ? state.value : emptyPlan)));
  const { list } = useDeferredValue(usePlannedReaders());
  const worksheet = useQuery(worksheetQuery(useConnection().id));
  return runningCoverage(session).of(plan, list, worksheet.data?.carried ?? nothingCarried);
}
