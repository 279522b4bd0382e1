import type { Camera } from './camera.ts';
import type { CameraPlan } from './camera-plan.ts';
import type { PlanStep } from './plan-action.ts';
import { SharedMap } from './shared-map.ts';

/** A camera plan as it crosses IPC and as it lies on disk. */
export interface PlanFile {
  readonly version: 1;
  readonly seq: number;
  readonly cameras: readonly Camera[];
  /** By camera id, the ids of the readers in its view. Cameras without one are left out. */
  readonly views: readonly (readonly [cameraId: string, readerIds: readonly string[]])[];
  /** By id, the last known name of every reader that was ever put in view of a camera. */
  readonly names: readonly (readonly [readerId: string, name: string])[];
  readonly undo: readonly PlanStep[];
  readonly redo: readonly PlanStep[];
}

export function toPlanFile({ cameras, views, names, undo, redo, seq }: CameraPlan): PlanFile {
  return {
    version: 1,
    seq,
    cameras: [...cameras.values()],
    views: Array.from(views, ([cameraId, readerIds]) => [cameraId, [...readerIds]] as const),
    names: [...names],
    undo,
    redo,
  };
}

export function fromPlanFile({ cameras, views, names, undo, redo, seq }: PlanFile): CameraPlan {
  return {
    cameras: SharedMap.from(cameras.map((camera) => [camera.id, camera] as const)),
    views: SharedMap.from(views.map(([cameraId, readerIds]) => [cameraId, new Set(readerIds)] as const)),
    names: SharedMap.from(names),
    undo,
    redo,
    seq,
  };
}
