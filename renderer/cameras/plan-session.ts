import type { AppError } from '../../core/app-error.ts';
import { applyPlanAction, type CameraPlan, type PlanRefusal } from '../../core/cameras/camera-plan.ts';
import type { PlanAction, PlanEdit } from '../../core/cameras/plan-action.ts';
import { readPlanText } from '../../core/cameras/plan-text.ts';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import { jsonText } from '../../core/json-text.ts';
import { ok } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import { JournalledSession, type SessionState } from '../sessions/journalled-session.ts';

export type PlanState = SessionState<CameraPlan>;

/** The camera plan of one connection as the window holds it; begun when it is made. */
export class PlanSession extends JournalledSession<CameraPlan, PlanAction, PlanEdit, PlanRefusal> {
  readonly holds = 'camera plan';

  /** `report` is told what a person must know although nobody asked: files repaired, changes that could not be kept. */
  constructor(
    api: Pick<ReaderDeskApi, 'cameras'>,
    readonly connectionId: string,
    report: (error: AppError) => void,
  ) {
    super({
      open: async () => {
        const opened = await api.cameras.open({ connectionId });
        if (!opened.ok) return opened;
        return ok({ value: readPlanText(opened.value.plan), notices: opened.value.notices });
      },
      save: (seq, action) => api.cameras.apply({ connectionId, seq, action: jsonText(action) }),
      apply: (plan, action) => {
        const applied = applyPlanAction(plan, action);
        return applied.ok ? ok({ value: applied.value.plan, edits: applied.value.edits }) : applied;
      },
      // Cameras and readers go by id, so an action means the same on every plan.
      adapt: (action) => action,
      phraseReopened,
      report,
    });
    void this.begin();
  }

  /** Whether nothing is lost by closing it. */
  canEnd(): boolean {
    const state = this.state();
    return state.kind !== 'open' || state.save.kind === 'saved';
  }

  close(): void {}
}

function phraseReopened(leftOut: number): AppError {
  const lost = counted(leftOut, 'change');
  return {
    code: 'draft-out-of-step',
    message:
      leftOut === 0
        ? 'The camera plan on disk had moved on, so it was opened again. Your changes are kept.'
        : `The camera plan on disk had moved on, so it was opened again. ${lost} could not be kept, because the cameras are gone.`,
    next: 'Look over the plan.',
  };
}
