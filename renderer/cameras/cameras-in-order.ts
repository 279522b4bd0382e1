import type { Camera } from '../../core/cameras/camera.ts';

const collator = new Intl.Collator('en', { numeric: true });

const byName = (a: Camera, b: Camera): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/**
 * The plan's cameras by name, `Cam 2` before `Cam 10`, as Camio's settings page lists them. It starts from the order it
 * gave last: a list that is nearly sorted is sorted quickly.
 */
export class CamerasInOrder {
  private from: ReadonlyMap<string, Camera> = new Map();
  private ordered: readonly Camera[] = [];

  of(cameras: ReadonlyMap<string, Camera>): readonly Camera[] {
    if (cameras === this.from) return this.ordered;
    const isKnown = new Set<string>();
    const next: Camera[] = [];
    for (const { id } of this.ordered) {
      const camera = cameras.get(id);
      if (!camera) continue;
      isKnown.add(id);
      next.push(camera);
    }
    for (const camera of cameras.values()) {
      if (!isKnown.has(camera.id)) next.push(camera);
    }
    this.from = cameras;
    this.ordered = next.sort(byName);
    return this.ordered;
  }
}
