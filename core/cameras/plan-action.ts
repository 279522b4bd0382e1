import type { Camera, View } from './camera.ts';

/** What a step of the undo history may have done. */
export const stepActions = [
  'add cameras',
  'change cameras',
  'delete cameras',
  'assign',
  'unassign',
  'same reader',
  'import cameras',
] as const satisfies readonly PlanAction['kind'][];

/** One act of the person on the camera plan. Cameras and readers are named by id. Kept in the journal as they are. */
export type PlanAction =
  | { readonly kind: 'add cameras'; readonly cameras: readonly Camera[] }
  /** Replaces name and site of the cameras with these ids. */
  | { readonly kind: 'change cameras'; readonly cameras: readonly Camera[] }
  | { readonly kind: 'delete cameras'; readonly cameraIds: readonly string[] }
  | { readonly kind: 'assign'; readonly views: readonly View[] }
  | { readonly kind: 'unassign'; readonly views: readonly View[] }
  /** The person says that the reader `from` has the id of `to` now: every camera that sees the one sees the other. */
  | { readonly kind: 'same reader'; readonly from: string; readonly to: { readonly id: string; readonly name: string } }
  /** What came from a file, as one step. */
  | {
      readonly kind: 'import cameras';
      readonly added: readonly Camera[];
      readonly changed: readonly Camera[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** What an action did; undoing is applying it backwards. */
export interface PlanStep {
  readonly action: Exclude<PlanAction['kind'], 'undo' | 'redo'>;
  readonly edits: readonly PlanEdit[];
}

export type PlanEdit =
  | { readonly kind: 'camera'; readonly before: Camera | null; readonly after: Camera | null }
  | { readonly kind: 'view'; readonly cameraId: string; readonly readerId: string; readonly inView: boolean }
  | { readonly kind: 'name'; readonly readerId: string; readonly before: string | null; readonly after: string | null };
