import type { Camera } from './camera.ts';
import { byName } from './name-order.ts';

/** Page and worksheet list the same cameras: the first to ask has them sorted. */
const known = new WeakMap<ReadonlyMap<string, Camera>, readonly Camera[]>();

/**
 * The plan's cameras by name, `Cam 2` before `Cam 10`, as Camio's settings page lists them. It starts from the order it
 * gave last: a list that is nearly sorted is sorted quickly.
 */
export class CamerasInOrder {
  private ordered: readonly Camera[] = [];

  of(cameras: ReadonlyMap<string, Camera>): readonly Camera[] {
    this.ordered = known.get(cameras) ?? sorted(cameras, this.ordered);
    known.set(cameras, this.ordered);
    return this.ordered;
  }
}

function sorted(cameras: ReadonlyMap<string, Camera>, before: readonly Camera[]): readonly Camera[] {
  const isKnown = new Set<string>();
  const next: Camera[] = [];
  for (const { id } of before) {
    const camera = cameras.get(id);
    if (!camera) continue;
    isKnown.add(id);
    next.push(camera);
  }
  for (const camera of cameras.values()) {
    if (!isKnown.has(camera.id)) next.push(camera);
  }
  return next.sort(byName);
}
