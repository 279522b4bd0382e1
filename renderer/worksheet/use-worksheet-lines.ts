import { useDeferredValue, useMemo } from 'react';
import { emptyPlan } from '../../core/cameras/camera-plan.ts';
import type { WorksheetScope, WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { Rows } from '../../core/readers/rows.ts';
import { listedReaders } from '../../core/worksheet/listed-readers.ts';
import { RunningWorksheet } from '../../core/worksheet/running-worksheet.ts';
import { linesInScope } from '../../core/worksheet/worksheet.ts';
import type { WorksheetLine } from '../../core/worksheet/worksheet-line.ts';
import { perPlanSession } from '../cameras/per-plan-session.ts';
import { usePlan } from '../cameras/use-plan.ts';
import { useDraft } from '../draft/use-draft.ts';

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
