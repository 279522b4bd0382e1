import type { AppError } from '../../core/app-error.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok } from '../../core/result.ts';
import { listedReaders } from '../../core/worksheet/listed-readers.ts';
import { finishRound, tickCameras, untickCameras } from '../../core/worksheet/worksheet-round.ts';
import type { PlanStore } from '../cameras/plan-store.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { WorksheetStore } from './worksheet-store.ts';

interface WorksheetHandlersNeeds {
  readonly worksheets: Pick<WorksheetStore, 'current' | 'change'>;
  readonly plans: Pick<PlanStore, 'current'>;
  readonly drafts: Pick<DraftStore, 'current'>;
  readonly exportWorksheet: Handlers<'worksheet'>['export'];
  readonly now: () => Date;
}

/** The window's way to the worksheets: how far each plan was carried to Camio by hand. */
export function createWorksheetHandlers(needs: WorksheetHandlersNeeds): Handlers<'worksheet'> {
  const { worksheets, plans, drafts, exportWorksheet, now } = needs;
  return {
    open: ({ connectionId }) => worksheets.current(connectionId),

    async tick({ connectionId, cameraIds, isDone }) {
      if (!isDone) return worksheets.change(connectionId, (state) => ok(untickCameras(state, cameraIds)));
      const plan = await plans.current(connectionId);
      if (!plan.ok) return plan;
      const draft = await drafts.current(connectionId);
      if (!draft.ok) return draft;
      const listed = listedReaders(draft.value.rows);
      const at = now().toISOString();
      return worksheets.change(connectionId, (state) =>
        ok(tickCameras(state, cameraIds, { plan: plan.value, listed, at })),
      );
    },

    async finish({ connectionId }) {
      const plan = await plans.current(connectionId);
      if (!plan.ok) return plan;
      return worksheets.change(connectionId, (state) =>
        state.ticked.length === 0 ? fail(nothingTicked) : ok(finishRound(state, plan.value, now().toISOString())),
      );
    },

    export: exportWorksheet,
  };
}

const nothingTicked: AppError = {
  code: 'blocked',
  message: 'No camera is ticked, so there is nothing to finish.',
  next: 'Tick the cameras whose rows on Camio’s settings page are as the worksheet has them.',
};
