import { useDeferredValue, useMemo } from 'react';
import { emptyPlan } from '../../core/cameras/camera-plan.ts';
import { type WorksheetLine, worksheetLines } from '../../core/cameras/worksheet.ts';
import type { WorksheetScope, WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { usePlan } from './use-plan.ts';
import { usePlannedReaders } from './use-planned-readers.ts';

/** The lines of the worksheet as plan and list are now. */
export function useWorksheetLines(state: WorksheetState, scope: WorksheetScope): readonly WorksheetLine[] {
  const plan = useDeferredValue(usePlan((session) => (session.kind === 'open' ? session.value : emptyPlan)));
  const { list } = useDeferredValue(usePlannedReaders());
  return useMemo(() => worksheetLines(plan, list, state, scope), [plan, list, state, scope]);
}
