import type { Camera } from './camera.ts';
import type { PlanEdit } from './plan-action.ts';
import { SharedMap } from './shared-map.ts';

/** The parts of a plan that an action can change. */
export interface PlanContents {
  /** By id. Their order says nothing: what shows them sorts them. */
  readonly cameras: ReadonlyMap<string, Camera>;
  /** By camera id, the ids of the readers in its view. Cameras without one have no entry. */
  readonly views: ReadonlyMap<string, ReadonlySet<string>>;
  /** By id, the last known name of every reader that was ever put in view of a camera. */
  readonly names: ReadonlyMap<string, string>;
}

/** One action on a plan under way: what it changed so far, and only that, is kept beside the plan. */
export class PlanEditing {
  readonly edits: PlanEdit[] = [];
  private readonly cameras = new Map<string, Camera | undefined>();
  private readonly views = new Map<string, Set<string>>();
  private readonly names = new Map<string, string | undefined>();

  constructor(private readonly plan: PlanContents) {}

  camera(id: string): Camera | undefined {
    return this.cameras.has(id) ? this.cameras.get(id) : this.plan.cameras.get(id);
  }

  readersOf(cameraId: string): ReadonlySet<string> {
    return this.views.get(cameraId) ?? this.plan.views.get(cameraId) ?? nobody;
  }

  /** Puts a camera under its id, over the one that is there. */
  put(after: Camera): void {
    this.setCamera(after.id, this.camera(after.id) ?? null, after);
  }

  /** Takes a camera out, with the readers in its view. */
  remove(camera: Camera): void {
    for (const readerId of [...this.readersOf(camera.id)]) this.setView(camera.id, readerId, false);
    this.setCamera(camera.id, camera, null);
  }

  setView(cameraId: string, readerId: string, inView: boolean): boolean {
    if (this.readersOf(cameraId).has(readerId) === inView) return false;
    const view = this.views.get(cameraId) ?? new Set(this.plan.views.get(cameraId));
    this.views.set(cameraId, view);
    if (inView) view.add(readerId);
    else view.delete(readerId);
    this.edits.push({ kind: 'view', cameraId, readerId, inView });
    return true;
  }

  setName(readerId: string, after: string | null): void {
    const before = (this.names.has(readerId) ? this.names.get(readerId) : this.plan.names.get(readerId)) ?? null;
    if (before === after) return;
    this.names.set(readerId, after ?? undefined);
    this.edits.push({ kind: 'name', readerId, before, after });
  }

  /** Does what was done to a plan like this one before. */
  repeat(edit: PlanEdit): void {
    if (edit.kind === 'camera') {
      const id = (edit.after ?? edit.before)?.id;
      if (id !== undefined) this.setCamera(id, edit.before, edit.after);
    } else if (edit.kind === 'view') {
      this.setView(edit.cameraId, edit.readerId, edit.inView);
    } else {
      this.setName(edit.readerId, edit.after);
    }
  }

  /** The plan's contents with the changes. */
  contents(): PlanContents {
    const views = new Map<string, ReadonlySet<string> | undefined>();
    for (const [cameraId, view] of this.views) views.set(cameraId, view.size > 0 ? view : undefined);
    return {
      cameras: shared(this.plan.cameras).with(this.cameras),
      views: shared(this.plan.views).with(views),
      names: shared(this.plan.names).with(this.names),
    };
  }

  private setCamera(id: string, before: Camera | null, after: Camera | null): void {
    if (before && after && before.name === after.name && before.site === after.site) return;
    this.cameras.set(id, after ?? undefined);
    this.edits.push({ kind: 'camera', before, after });
  }
}

const nobody: ReadonlySet<string> = new Set();

function shared<Key, Value>(map: ReadonlyMap<Key, Value>): SharedMap<Key, Value> {
  return map instanceof SharedMap ? map : SharedMap.from(map);
}

/** What takes an edit back. */
export function reversed(edit: PlanEdit): PlanEdit {
  switch (edit.kind) {
    case 'view':
      return { ...edit, inView: !edit.inView };
    case 'camera':
      return { ...edit, before: edit.after, after: edit.before };
    case 'name':
      return { ...edit, before: edit.after, after: edit.before };
  }
}
