import { useDeferredValue, useMemo } from 'react';
import { emptyPlan } from '../../core/cameras/camera-plan.ts';
import { listedReaders } from '../../core/cameras/listed-readers.ts';
import { RunningWorksheet } from '../../core/cameras/running-worksheet.ts';
import { linesInScope } from '../../core/cameras/worksheet.ts';
import type { WorksheetLine } from '../../core/cameras/worksheet-line.ts';
import type { WorksheetScope, WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { Rows } from '../../core/readers/rows.ts';
import { useDraft } from '../readers/use-draft.ts';
import { perPlanSession } from './per-plan-session.ts';
import { usePlan } from './use-plan.ts';

/** Page and status line show the same worksheet. */
const useRunningWorksheet = perPlanSession(() => new RunningWorksheet());

/** The lines of the worksheet as plan and list are now. */
export function useWorksheetLines(state: WorksheetState, scope: WorksheetScope): readonly WorksheetLine[] {
  const worksheet = useRunningWorksheet();
  const plan = useDeferredValue(usePlan((session) => (session.kind === 'open' ? session.value : emptyPlan)));
  const rows = useDeferredValue(useDraft((draft) => (draft.kind === 'open' ? draft.draft.rows : Rows.empty)));
  return useMemo(
    () => linesInScope(worksheet.lines(plan, listedReaders(rows), state), scope),
    [worksheet, plan, rows, state, scope],
  );
}
