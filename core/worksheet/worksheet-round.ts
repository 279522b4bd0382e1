import type { CameraPlan } from '../cameras/camera-plan.ts';
import type { CarriedCamera, WorksheetState } from '../cameras/worksheet-state.ts';
import type { ListedReaders } from './listed-readers.ts';
import { choosableReaders } from './worksheet-line.ts';

export const noWorksheet: WorksheetState = { startedAt: null, finishedAt: null, carried: [], ticked: [] };

/**
 * The state once a person has said that the rows of these cameras are as the plan has them at `at` (ISO 8601, UTC), but
 * for readers that Camio does not offer yet. The first tick begins a round. A camera that neither the plan nor Camio has
 * is passed over.
 */
export function tickCameras(
  state: WorksheetState,
  cameraIds: readonly string[],
  { plan, listed, at }: { readonly plan: CameraPlan; readonly listed: ListedReaders; readonly at: string },
): WorksheetState {
  const carried = byCamera(state.carried);
  const ticked = byCamera(state.ticked);
  for (const cameraId of cameraIds) {
    const held = ticked.get(cameraId) ?? carried.get(cameraId);
    const cameraName = plan.cameras.get(cameraId)?.name ?? held?.cameraName;
    if (cameraName === undefined) continue;
    const readers = plan.cameras.has(cameraId) ? choosableReaders(plan, cameraId, listed, held?.readers ?? []) : [];
    ticked.set(cameraId, { cameraId, cameraName, readers, at });
  }
  return { ...state, startedAt: state.startedAt ?? at, ticked: [...ticked.values()] };
}

/** The state once these ticks were taken back. */
export function untickCameras(state: WorksheetState, cameraIds: readonly string[]): WorksheetState {
  const taken = new Set(cameraIds);
  return { ...state, ticked: state.ticked.filter(({ cameraId }) => !taken.has(cameraId)) };
}

/**
 * The state at the end of a round: what was ticked is what Camio holds. Cleared rows of cameras the plan no longer has
 * are forgotten.
 */
export function finishRound(state: WorksheetState, plan: CameraPlan, at: string): WorksheetState {
  const carried = byCamera([...state.carried, ...state.ticked]);
  const kept = [...carried.values()].filter(
    ({ cameraId, readers }) => readers.length > 0 || plan.cameras.has(cameraId),
  );
  return { startedAt: null, finishedAt: at, carried: kept, ticked: [] };
}

/** The last one of every camera. */
function byCamera(rows: readonly CarriedCamera[]): Map<string, CarriedCamera> {
  return new Map(rows.map((row) => [row.cameraId, row]));
}
