import type { Camera, PlannedReader } from './camera.ts';
import type { CameraPlan } from './camera-plan.ts';
import { byName } from './name-order.ts';
import type { CarriedCamera, WorksheetScope, WorksheetState } from './worksheet-state.ts';

/** One camera on the worksheet: what its row on Camio's settings page is to be set to. */
export interface WorksheetLine {
  readonly camera: Camera;
  /** The plan has it no longer: its row is to be cleared. */
  readonly isDeleted: boolean;
  /** The readers its row is to have, by name. `new`: to be chosen now. `kept`: the row has it already. */
  readonly readers: readonly { readonly reader: PlannedReader; readonly mark: 'new' | 'kept' }[];
  /** Readers its row still has and is not to have: unassigned since then, or ghosts. By name. */
  readonly clear: readonly PlannedReader[];
  /** It differs from what was carried in rounds before, or was ticked in this one. */
  readonly isChanged: boolean;
  /** Ticked in the round under way, and planned the same since then. */
  readonly isDone: boolean;
}

/**
 * The plan in the order of Camio's settings page: by camera name, each camera's readers by name. `readers`: the list; what
 * the plan has beyond it cannot be chosen in Camio. `changed` leaves out the cameras that need no hand.
 */
export function worksheetLines(
  plan: CameraPlan,
  readers: readonly PlannedReader[],
  state: WorksheetState,
  scope: WorksheetScope,
): readonly WorksheetLine[] {
  const listed = new Map(readers.map((reader) => [reader.id, reader]));
  const carried = byCamera(state.carried);
  const ticked = byCamera(state.ticked);
  const lines: WorksheetLine[] = [];
  const addLine = (camera: Camera, isDeleted: boolean) => {
    const planned = isDeleted ? [] : plannedReaders(plan, camera.id, listed);
    const line = lineOf(camera, isDeleted, planned, carried.get(camera.id), ticked.get(camera.id));
    if (scope === 'all' || line.isChanged) lines.push(line);
  };
  for (const camera of plan.cameras.values()) addLine(camera, false);
  for (const { cameraId, cameraName, readers: held } of new Map([...carried, ...ticked]).values()) {
    const isHeld = held.length > 0 || ticked.has(cameraId);
    if (isHeld && !plan.cameras.has(cameraId)) addLine({ id: cameraId, name: cameraName, site: '' }, true);
  }
  return lines.sort((a, b) => byName(a.camera, b.camera));
}

/** How far the round is: cameras ticked, of those that need a hand. */
export function worksheetProgress(lines: readonly WorksheetLine[]): { readonly done: number; readonly total: number } {
  let [done, total] = [0, 0];
  for (const line of lines) {
    if (line.isChanged) total += 1;
    if (line.isChanged && line.isDone) done += 1;
  }
  return { done, total };
}

/** The readers of the list that a camera is planned to see, as Camio's page offers them. */
export function plannedReaders(
  plan: CameraPlan,
  cameraId: string,
  listed: ReadonlyMap<string, PlannedReader>,
): PlannedReader[] {
  const planned: PlannedReader[] = [];
  for (const id of plan.views.get(cameraId) ?? []) {
    const reader = listed.get(id);
    if (reader) planned.push({ id, name: reader.name });
  }
  return planned;
}

function lineOf(
  camera: Camera,
  isDeleted: boolean,
  planned: readonly PlannedReader[],
  carried: CarriedCamera | undefined,
  ticked: CarriedCamera | undefined,
): WorksheetLine {
  const isDone = ticked !== undefined && sameReaders(planned, ticked.readers);
  // A line that is done goes on showing what was to be done; one that was planned otherwise since starts from its tick.
  const held = (isDone ? carried : (ticked ?? carried))?.readers ?? [];
  const heldIds = idsOf(held);
  const plannedIds = idsOf(planned);
  return {
    camera,
    isDeleted,
    readers: planned
      .map((reader) => ({ reader, mark: heldIds.has(reader.id) ? ('kept' as const) : ('new' as const) }))
      .sort((a, b) => byName(a.reader, b.reader)),
    clear: held.filter(({ id }) => !plannedIds.has(id)).sort(byName),
    isChanged: ticked !== undefined || !sameReaders(planned, carried?.readers ?? []),
    isDone,
  };
}

function sameReaders(one: readonly PlannedReader[], other: readonly PlannedReader[]): boolean {
  const ids = idsOf(one);
  return one.length === other.length && other.every(({ id }) => ids.has(id));
}

const idsOf = (readers: readonly PlannedReader[]) => new Set(readers.map(({ id }) => id));

const byCamera = (rows: readonly CarriedCamera[]) => new Map(rows.map((row) => [row.cameraId, row]));
