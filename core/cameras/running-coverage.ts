import type { Camera, PlannedReader } from './camera.ts';
import type { CameraPlan } from './camera-plan.ts';
import type { Coverage, Ghost } from './coverage.ts';
import { byName } from './name-order.ts';
import type { CarriedCamera } from './worksheet-state.ts';

/**
 * The coverage of one plan as plan, list and worksheet move on: only the cameras whose readers changed are counted anew,
 * so that the numbers follow an act at once in a plan of ten thousand cameras, too.
 */
export class RunningCoverage {
  private last: (Compared & { readonly coverage: Coverage }) | null = null;
  private listed: ReadonlySet<string> = new Set();
  /** By camera, the readers that were counted for it. */
  private counted = new Map<string, ReadonlySet<string>>();
  /** By reader id, how many cameras see it; readers that none sees have no entry. */
  private readonly seenBy = new Map<string, number>();

  /** `carried`: what Camio's settings page is taken to hold. */
  of(plan: CameraPlan, readers: readonly PlannedReader[], carried: readonly CarriedCamera[]): Coverage {
    const { last } = this;
    if (last && last.plan === plan && last.readers === readers && last.carried === carried) return last.coverage;
    if (last?.readers !== readers) this.listed = new Set(readers.map(({ id }) => id));
    if (last?.plan !== plan) this.count(plan);
    const withoutCamera = readers.filter(({ id }) => !this.seenBy.has(id));
    const coverage = {
      readers: readers.length,
      inView: readers.length - withoutCamera.length,
      withoutCamera,
      camerasWithoutReader: camerasWithoutReader(plan),
      ghosts: this.ghosts(plan, carried),
    };
    this.last = { plan, readers, carried, coverage };
    return coverage;
  }

  private count({ cameras, views }: CameraPlan): void {
    const counted = new Map<string, ReadonlySet<string>>();
    for (const [cameraId, view] of views) {
      if (!cameras.has(cameraId)) continue;
      counted.set(cameraId, view);
      const before = this.counted.get(cameraId);
      if (before === view) continue;
      for (const id of view) this.add(id, 1);
      for (const id of before ?? nobody) this.add(id, -1);
    }
    for (const [cameraId, before] of this.counted) {
      if (!counted.has(cameraId)) for (const id of before) this.add(id, -1);
    }
    this.counted = counted;
  }

  private add(readerId: string, cameras: 1 | -1): void {
    const count = (this.seenBy.get(readerId) ?? 0) + cameras;
    if (count === 0) this.seenBy.delete(readerId);
    else this.seenBy.set(readerId, count);
  }

  private ghosts(plan: CameraPlan, carried: readonly CarriedCamera[]): readonly Ghost[] {
    const ghosts = new Map<string, { reader: PlannedReader; cameras: Camera[]; held: CarriedCamera[] }>();
    for (const id of this.seenBy.keys()) {
      if (!this.listed.has(id))
        ghosts.set(id, { reader: { id, name: plan.names.get(id) ?? '' }, cameras: [], held: [] });
    }
    if (ghosts.size > 0) {
      for (const [cameraId, view] of this.counted) {
        const camera = plan.cameras.get(cameraId);
        if (camera) for (const id of view) ghosts.get(id)?.cameras.push(camera);
      }
    }
    for (const row of carried) {
      for (const reader of row.readers) {
        if (this.listed.has(reader.id)) continue;
        const ghost = ghosts.get(reader.id) ?? { reader, cameras: [], held: [] };
        ghosts.set(reader.id, ghost);
        ghost.held.push(row);
      }
    }
    for (const { cameras } of ghosts.values()) cameras.sort(byName);
    return [...ghosts.values()].sort((a, b) => byName(a.reader, b.reader));
  }
}

/** Compares a plan with the list once. */
export function coverage(
  plan: CameraPlan,
  readers: readonly PlannedReader[],
  carried: readonly CarriedCamera[],
): Coverage {
  return new RunningCoverage().of(plan, readers, carried);
}

interface Compared {
  readonly plan: CameraPlan;
  readonly readers: readonly PlannedReader[];
  readonly carried: readonly CarriedCamera[];
}

const nobody: ReadonlySet<string> = new Set();

function camerasWithoutReader({ cameras, views }: CameraPlan): readonly Camera[] {
  const without: Camera[] = [];
  for (const camera of cameras.values()) if (!views.has(camera.id)) without.push(camera);
  return without;
}
