import type { Camera } from '../cameras/camera.ts';
import type { CameraPlan } from '../cameras/camera-plan.ts';
import { CamerasInOrder } from '../cameras/cameras-in-order.ts';
import { byName } from '../cameras/name-order.ts';
import type { CarriedCamera, WorksheetState } from '../cameras/worksheet-state.ts';
import type { ListedReaders } from './listed-readers.ts';
import { type LineParts, type WorksheetLine, worksheetLine } from './worksheet-line.ts';

/**
 * The worksheet of one plan as plan, list and ticks move on: a line is made anew only where something it says changed, so
 * that assigning a reader costs the same on a worksheet of ten lines and of ten thousand.
 */
export class RunningWorksheet {
  private readonly inOrder = new CamerasInOrder();
  private last: Drawn | null = null;
  private made = new Map<string, Made>();

  /** A line for every camera of the plan, and for every other whose row in Camio is to be cleared; in order. */
  lines(plan: CameraPlan, listed: ListedReaders, state: WorksheetState): readonly WorksheetLine[] {
    const { last } = this;
    if (last && last.plan === plan && last.listed === listed && last.state === state) return last.lines;
    const before = last?.listed === listed ? this.made : new Map<string, Made>();
    const carried = last?.state === state ? last.carried : byCamera(state.carried);
    const ticked = last?.state === state ? last.ticked : byCamera(state.ticked);
    const made = new Map<string, Made>();
    const lines: WorksheetLine[] = [];
    for (const { camera, isDeleted } of this.rows(plan, carried, ticked)) {
      const { id } = camera;
      const from = { camera, isDeleted, view: plan.views.get(id), carried: carried.get(id), ticked: ticked.get(id) };
      const known = before.get(id);
      const line = known && isSame(known, from) ? known.line : worksheetLine({ ...from, plan, listed });
      made.set(id, { ...from, line });
      lines.push(line);
    }
    this.made = made;
    this.last = { plan, listed, state, carried, ticked, lines };
    return lines;
  }

  private rows(plan: CameraPlan, carried: ByCamera, ticked: ByCamera): readonly Row[] {
    const rows: Row[] = this.inOrder.of(plan.cameras).map((camera) => ({ camera, isDeleted: false }));
    const inPlan = rows.length;
    for (const { cameraId, cameraName, readers } of new Map([...carried, ...ticked]).values()) {
      const isHeld = readers.length > 0 || ticked.has(cameraId);
      if (!isHeld || plan.cameras.has(cameraId)) continue;
      rows.push({ camera: { id: cameraId, name: cameraName, site: '' }, isDeleted: true });
    }
    return rows.length === inPlan ? rows : rows.sort((a, b) => byName(a.camera, b.camera));
  }
}

type ByCamera = ReadonlyMap<string, CarriedCamera>;
type Row = Pick<LineParts, 'camera' | 'isDeleted'>;

/** A line with all it was made from but the list. */
interface Made extends Omit<LineParts, 'plan' | 'listed'> {
  readonly view: ReadonlySet<string> | undefined;
  readonly line: WorksheetLine;
}

interface Drawn {
  readonly plan: CameraPlan;
  readonly listed: ListedReaders;
  readonly state: WorksheetState;
  readonly carried: ByCamera;
  readonly ticked: ByCamera;
  readonly lines: readonly WorksheetLine[];
}

function isSame(known: Made, now: Omit<Made, 'line'>): boolean {
  return (
    known.view === now.view &&
    known.carried === now.carried &&
    known.ticked === now.ticked &&
    known.isDeleted === now.isDeleted &&
    sameCamera(known.camera, now.camera)
  );
}

/** A deleted camera is put together anew each time. */
function sameCamera(one: Camera, other: Camera): boolean {
  return one === other || (one.name === other.name && one.site === other.site);
}

const byCamera = (rows: readonly CarriedCamera[]): ByCamera => new Map(rows.map((row) => [row.cameraId, row]));
