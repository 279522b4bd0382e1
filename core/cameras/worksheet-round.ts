import type { PlannedReader } from './camera.ts';
import type { CameraPlan } from './camera-plan.ts';
import { plannedReaders } from './worksheet.ts';
import type { CarriedCamera, WorksheetState } from './worksheet-state.ts';

export const noWorksheet: WorksheetState = { startedAt: null, finishedAt: null, carried: [], ticked: [] };

/**
 * The state once a person has said that the rows of these cameras are as the plan has them at `at` (ISO 8601, UTC). The
 * first tick begins a round. A camera that neither the plan nor Camio has is passed over.
 */
export function tickCameras(
  state: WorksheetState,
  cameraIds: readonly string[],
  { plan, readers, at }: { readonly plan: CameraPlan; readonly readers: readonly PlannedReader[]; readonly at: string },
): WorksheetState {
  const listed = new Map(readers.map((reader) => [reader.id, reader]));
  const carriedNames = new Map(state.carried.map(({ cameraId, cameraName }) => [cameraId, cameraName]));
  const ticked = byCamera(state.ticked);
  for (const cameraId of cameraIds) {
    const cameraName =
      plan.cameras.get(cameraId)?.name ?? ticked.get(cameraId)?.cameraName ?? carriedNames.get(cameraId);
    if (cameraName === undefined) continue;
    const now = plan.cameras.has(cameraId) ? plannedReaders(plan, cameraId, listed) : [];
    ticked.set(cameraId, { cameraId, cameraName, readers: now, at });
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
