import { undoLimit } from '../draft/draft.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Camera, View } from './camera.ts';
import type { PlanAction, PlanEdit, PlanStep } from './plan-action.ts';
import { type PlanContents, PlanEditing, reversed } from './plan-editing.ts';
import { SharedMap } from './shared-map.ts';

/**
 * Which readers each camera sees, as an immutable value keyed by ids, so that it survives renames. Local: it is carried
 * to Camio by hand.
 */
export interface CameraPlan extends PlanContents {
  /** Oldest first; at most as many steps as the draft's. */
  readonly undo: readonly PlanStep[];
  readonly redo: readonly PlanStep[];
  /** Rises by one with each action applied. */
  readonly seq: number;
}

export type PlanRefusal =
  | { readonly code: 'no such camera'; readonly cameraId: string }
  | { readonly code: 'camera id exists'; readonly cameraId: string }
  | { readonly code: 'nothing changes' }
  | { readonly code: 'nothing to undo' }
  | { readonly code: 'nothing to redo' };

export const emptyPlan: CameraPlan = {
  cameras: SharedMap.empty(),
  views: SharedMap.empty(),
  names: SharedMap.empty(),
  undo: [],
  redo: [],
  seq: 0,
};

/** The plan after one action, with what changed, or why the action cannot be done. */
export function applyPlanAction(
  plan: CameraPlan,
  action: PlanAction,
): Result<{ readonly plan: CameraPlan; readonly edits: readonly PlanEdit[] }, PlanRefusal> {
  const editing = new PlanEditing(plan);
  const seq = plan.seq + 1;
  if (action.kind === 'undo') {
    const step = plan.undo.at(-1);
    if (!step) return fail({ code: 'nothing to undo' });
    for (const edit of step.edits.toReversed()) editing.repeat(reversed(edit));
    const history = { undo: plan.undo.slice(0, -1), redo: [...plan.redo, step] };
    return ok({ plan: { ...editing.contents(), ...history, seq }, edits: editing.edits });
  }
  if (action.kind === 'redo') {
    const step = plan.redo.at(-1);
    if (!step) return fail({ code: 'nothing to redo' });
    for (const edit of step.edits) editing.repeat(edit);
    const history = { undo: [...plan.undo, step], redo: plan.redo.slice(0, -1) };
    return ok({ plan: { ...editing.contents(), ...history, seq }, edits: editing.edits });
  }
  const refusal = doAction(editing, action, plan);
  if (refusal) return fail(refusal);
  const { edits } = editing;
  if (edits.length === 0) return fail({ code: 'nothing changes' });
  const undo = [...plan.undo, { action: action.kind, edits }].slice(-undoLimit);
  return ok({ plan: { ...editing.contents(), undo, redo: [], seq }, edits });
}

/** The plan after all actions in order; actions it refuses leave it as it is (they were never acknowledged). */
export function replayPlan(plan: CameraPlan, actions: Iterable<PlanAction>): CameraPlan {
  let current = plan;
  for (const action of actions) {
    const applied = applyPlanAction(current, action);
    if (applied.ok) current = applied.value.plan;
  }
  return current;
}

function doAction(
  editing: PlanEditing,
  action: Exclude<PlanAction, { kind: 'undo' | 'redo' }>,
  plan: CameraPlan,
): PlanRefusal | null {
  switch (action.kind) {
    case 'add cameras':
      return add(editing, action.cameras);
    case 'change cameras':
      return change(editing, action.cameras);
    case 'delete cameras':
      return remove(editing, action.cameraIds);
    case 'import cameras':
      return change(editing, action.changed) ?? remove(editing, action.removed) ?? add(editing, action.added);
    case 'assign':
    case 'unassign':
      return setViews(editing, action.views, action.kind === 'assign');
    case 'same reader':
      for (const [cameraId, readers] of plan.views) {
        if (!readers.has(action.from) || action.from === action.to.id) continue;
        editing.setView(cameraId, action.from, false);
        editing.setView(cameraId, action.to.id, true);
        editing.setName(action.to.id, action.to.name);
      }
      return null;
  }
}

function add(editing: PlanEditing, cameras: readonly Camera[]): PlanRefusal | null {
  for (const camera of cameras) {
    if (editing.camera(camera.id)) return { code: 'camera id exists', cameraId: camera.id };
    editing.put(camera);
  }
  return null;
}

function change(editing: PlanEditing, cameras: readonly Camera[]): PlanRefusal | null {
  for (const camera of cameras) {
    if (!editing.camera(camera.id)) return { code: 'no such camera', cameraId: camera.id };
    editing.put(camera);
  }
  return null;
}

function remove(editing: PlanEditing, cameraIds: readonly string[]): PlanRefusal | null {
  for (const cameraId of cameraIds) {
    const camera = editing.camera(cameraId);
    if (!camera) return { code: 'no such camera', cameraId };
    editing.remove(camera);
  }
  return null;
}

function setViews(editing: PlanEditing, views: readonly View[], inView: boolean): PlanRefusal | null {
  for (const { cameraId, reader } of views) {
    if (!editing.camera(cameraId)) return { code: 'no such camera', cameraId };
    if (editing.setView(cameraId, reader.id, inView) && inView) editing.setName(reader.id, reader.name);
  }
  return null;
}
