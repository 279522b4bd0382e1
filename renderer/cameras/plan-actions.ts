import type { AppError } from '../../core/app-error.ts';
import type { Camera, PlannedReader, View } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import type { PlanAction, PlanEdit } from '../../core/cameras/plan-action.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import { undoAction } from '../sessions/undo-action.ts';
import type { ToastAction } from '../ui/toast.ts';
import { shareOf } from './assignment.ts';
import { phrasePlanRefusal } from './phrase-plan.ts';
import type { PlanSession } from './plan-session.ts';

/** Where the page speaks to the person. */
interface Say {
  news(text: string, action?: ToastAction): void;
  failure(error: AppError): void;
}

/** A camera as it was typed; an empty id asks for one. */
export interface NewCamera {
  readonly id: string;
  readonly name: string;
  readonly site: string;
}

/** What a person can do to the plan on its page: each act is one step that can be undone. */
export class PlanActions {
  constructor(
    private readonly session: PlanSession,
    private readonly say: Say,
  ) {}

  /** Puts the readers in view of the cameras where one is missing, else takes them out. */
  toggle(views: readonly View[]): void {
    const plan = this.plan();
    if (!plan || views.length === 0) return;
    this.act({ kind: shareOf(views, plan) === 'all' ? 'unassign' : 'assign', views });
  }

  assign(views: readonly View[]): void {
    this.act({ kind: 'assign', views });
  }

  /** Answers with the camera's id, or why it cannot be added. */
  addCamera({ id, name, site }: NewCamera): Result<string, AppError> {
    const plan = this.plan();
    if (!plan) return fail(phrasePlanRefusal({ code: 'not open' }));
    const camera = { id: id.trim() || freeId(plan), name: name.trim(), site: site.trim() };
    const added = this.session.dispatch({ kind: 'add cameras', cameras: [camera] });
    return added.ok ? ok(camera.id) : fail(phrasePlanRefusal(added.error, plan));
  }

  changeCamera(camera: Camera): void {
    this.act({ kind: 'change cameras', cameras: [camera] });
  }

  deleteCameras(cameras: readonly Camera[]): void {
    if (cameras.length === 0) return;
    this.act({ kind: 'delete cameras', cameraIds: cameras.map(({ id }) => id) });
    const [only] = cameras;
    const what = cameras.length === 1 && only ? `“${only.name}”` : counted(cameras.length, 'camera');
    this.say.news(
      `${what} deleted from the plan.`,
      undoAction(this.session, () => this.undo()),
    );
  }

  removeFromPlan(reader: PlannedReader, cameras: readonly Camera[]): void {
    this.act({ kind: 'unassign', views: cameras.map(({ id }) => ({ cameraId: id, reader })) });
  }

  sameReader(ghost: PlannedReader, { id, name }: PlannedReader): void {
    this.act({ kind: 'same reader', from: ghost.id, to: { id, name } });
  }

  undo(): readonly PlanEdit[] {
    return this.act({ kind: 'undo' });
  }

  redo(): readonly PlanEdit[] {
    return this.act({ kind: 'redo' });
  }

  private plan(): CameraPlan | null {
    const state = this.session.state();
    return state.kind === 'open' ? state.value : null;
  }

  private act(action: PlanAction): readonly PlanEdit[] {
    const done = this.session.dispatch(action);
    if (done.ok) return done.value;
    // A held-down key asks once too often; that is not worth a message.
    const isIdle = done.error.code.startsWith('nothing');
    if (!isIdle) this.say.failure(phrasePlanRefusal(done.error, this.plan() ?? undefined));
    return [];
  }
}

/** An id for a camera whose own the person does not know: `camera-12`. */
function freeId({ cameras }: CameraPlan): string {
  let number = cameras.size + 1;
  while (cameras.has(`camera-${number}`)) number += 1;
  return `camera-${number}`;
}
