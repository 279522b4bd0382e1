import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { emptyPlan } from '../../core/cameras/camera-plan.ts';
import type { Coverage } from '../../core/cameras/coverage.ts';
import { RunningCoverage } from '../../core/cameras/running-coverage.ts';
import type { CarriedCamera } from '../../core/cameras/worksheet-state.ts';
import { useConnection } from '../window/current-connection.ts';
import { perPlanSession } from './per-plan-session.ts';
import { worksheetQuery } from './queries.ts';
import { usePlan } from './use-plan.ts';
import { usePlannedReaders } from './use-planned-readers.ts';

const nothingCarried: readonly CarriedCamera[] = [];

/** Page, rail and status line ask for the same. */
const useRunningCoverage = perPlanSession(() => new RunningCoverage());

/** How much of the list the plan covers. In a long plan it follows an act a moment later, so that the act shows at once. */
export function useCoverage(): Coverage {
  const running = useRunningCoverage();
  const plan = useDeferredValue(usePlan((state) => (state.kind === 'open' ? state.value : emptyPlan)));
  const { list } = useDeferredValue(usePlannedReaders());
  const worksheet = useQuery(worksheetQuery(useConnection().id));
  return running.of(plan, list, worksheet.data?.carried ?? nothingCarried);
}
