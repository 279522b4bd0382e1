import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { PlannedReader } from '../../core/cameras/camera.ts';
import { type CameraPlan, emptyPlan } from '../../core/cameras/camera-plan.ts';
import { type Coverage, coverage } from '../../core/cameras/coverage.ts';
import type { CarriedCamera } from '../../core/cameras/worksheet-state.ts';
import { useConnection } from '../app/current-connection.ts';
import { worksheetQuery } from './queries.ts';
import { usePlan } from './use-plan.ts';
import { usePlannedReaders } from './use-planned-readers.ts';

const nothingCarried: readonly CarriedCamera[] = [];

interface Known {
  readonly readers: readonly PlannedReader[];
  readonly carried: readonly CarriedCamera[];
  readonly coverage: Coverage;
}

/** Page, rail and status line ask for the same. */
const known = new WeakMap<CameraPlan, Known>();

function coverageOf(plan: CameraPlan, readers: readonly PlannedReader[], carried: readonly CarriedCamera[]): Coverage {
  const before = known.get(plan);
  if (before?.readers === readers && before.carried === carried) return before.coverage;
  const now = { readers, carried, coverage: coverage(plan, readers, carried) };
  known.set(plan, now);
  return now.coverage;
}

/** How much of the list the plan covers. In a long plan it follows an act a moment later, so that the act shows at once. */
export function useCoverage(): Coverage {
  const plan = useDeferredValue(usePlan((state) => (state.kind === 'open' ? state.value : emptyPlan)));
  const { list } = useDeferredValue(usePlannedReaders());
  const worksheet = useQuery(worksheetQuery(useConnection().id));
  return coverageOf(plan, list, worksheet.data?.carried ?? nothingCarried);
}
