import type { CameraPlan } from './camera-plan.ts';
import { byName } from './name-order.ts';

/** By reader id, the names of the cameras that are planned to see it, in order. Readers that none sees are left out. */
export function camerasOfReaders({ cameras, views }: CameraPlan): ReadonlyMap<string, readonly string[]> {
  const seenBy = new Map<string, string[]>();
  for (const camera of [...cameras.values()].sort(byName)) {
    for (const id of views.get(camera.id) ?? []) {
      const seeing = seenBy.get(id);
      if (seeing) seeing.push(camera.name);
      else seenBy.set(id, [camera.name]);
    }
  }
  return seenBy;
}
