import type { Camera, PlannedReader } from '../cameras/camera.ts';
import type { CameraPlan } from '../cameras/camera-plan.ts';
import { byName } from '../cameras/name-order.ts';
import type { CarriedCamera } from '../cameras/worksheet-state.ts';
import { type ListedReader, type ListedReaders, nameOnPage } from './listed-readers.ts';

/** One camera on the worksheet: what its row on Camio's settings page is to be set to. */
export interface WorksheetLine {
  readonly camera: Camera;
  /** The plan has it no longer: its row is to be cleared. */
  readonly isDeleted: boolean;
  /** The readers its row is to have, by the names Camio's page shows. */
  readonly readers: readonly WorksheetReader[];
  /** Readers its row still has and is not to have, by the names Camio's page shows: unassigned since then, or ghosts. */
  readonly clear: readonly PlannedReader[];
  /** It differs from what was carried in rounds before, or was ticked in this one. */
  readonly isChanged: boolean;
  /** Ticked in the round under way, and planned the same since then. */
  readonly isDone: boolean;
}

export interface WorksheetReader {
  readonly reader: ListedReader;
  /** `new`: to be chosen now. `kept`: the row has it already. `waiting`: Camio offers it only after the next push. */
  readonly mark: 'new' | 'kept' | 'waiting';
}

/** How many readers of a line cannot be chosen in Camio until the list is pushed. */
export function waitingIn({ readers }: WorksheetLine): number {
  let waiting = 0;
  for (const { mark } of readers) if (mark === 'waiting') waiting += 1;
  return waiting;
}

/**
 * The readers of the list that a camera is planned to see and that its row on Camio's page can have: those the page
 * offers, and those the row holds already.
 */
export function choosableReaders(
  plan: CameraPlan,
  cameraId: string,
  listed: ListedReaders,
  held: readonly PlannedReader[],
): PlannedReader[] {
  const choosable: PlannedReader[] = [];
  for (const { id, name, nameInCamio } of plannedIn(plan, cameraId, listed)) {
    if (nameInCamio !== null || held.some((reader) => reader.id === id)) choosable.push({ id, name });
  }
  return choosable;
}

/** What a camera's line is made of. */
export interface LineParts {
  readonly camera: Camera;
  readonly isDeleted: boolean;
  readonly plan: CameraPlan;
  readonly listed: ListedReaders;
  readonly carried: CarriedCamera | undefined;
  readonly ticked: CarriedCamera | undefined;
}

export function worksheetLine({ camera, isDeleted, plan, listed, carried, ticked }: LineParts): WorksheetLine {
  const planned = isDeleted ? [] : plannedIn(plan, camera.id, listed);
  const inRow = (ticked ?? carried)?.readers ?? [];
  const choosable = isDeleted ? [] : choosableReaders(plan, camera.id, listed, inRow);
  const isDone = ticked !== undefined && sameReaders(choosable, ticked.readers);
  // A line that is done goes on showing what was to be done; one that was planned otherwise since starts from its tick.
  const held = isDone ? (carried?.readers ?? []) : inRow;
  const heldIds = idsOf(held);
  const plannedIds = idsOf(planned);
  const choosableIds = idsOf(choosable);
  const markOf = (id: string): WorksheetReader['mark'] =>
    heldIds.has(id) ? 'kept' : choosableIds.has(id) ? 'new' : 'waiting';
  return {
    camera,
    isDeleted,
    readers: planned.map((reader) => ({ reader, mark: markOf(reader.id) })).sort(byNameInCamio),
    clear: held
      .filter(({ id }) => !plannedIds.has(id))
      .map((reader) => ({ id: reader.id, name: nameOnPage(reader, listed) }))
      .sort(byName),
    isChanged: ticked !== undefined || !sameReaders(choosable, carried?.readers ?? []),
    isDone,
  };
}

function plannedIn(plan: CameraPlan, cameraId: string, listed: ListedReaders): ListedReader[] {
  const planned: ListedReader[] = [];
  for (const id of plan.views.get(cameraId) ?? []) {
    const reader = listed.get(id);
    if (reader) planned.push(reader);
  }
  return planned;
}

const byNameInCamio = ({ reader: a }: WorksheetReader, { reader: b }: WorksheetReader) =>
  byName({ id: a.id, name: a.nameInCamio ?? a.name }, { id: b.id, name: b.nameInCamio ?? b.name });

function sameReaders(one: readonly PlannedReader[], other: readonly PlannedReader[]): boolean {
  const ids = idsOf(one);
  return one.length === other.length && other.every(({ id }) => ids.has(id));
}

const idsOf = (readers: readonly PlannedReader[]) => new Set(readers.map(({ id }) => id));
