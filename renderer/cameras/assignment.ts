import type { Camera, PlannedReader, View } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';

/** What a multi-select is open for: the readers of some cameras, or the cameras of some readers. */
export type Picking =
  | { readonly kind: 'readers'; readonly cameras: readonly Camera[] }
  | { readonly kind: 'cameras'; readonly readers: readonly PlannedReader[] };

/** How many of the things it is open for have the choice: all, some or none of them. */
export type Share = 'all' | 'some' | 'none';

/** Every pair of the cameras and readers. */
export function viewsOf(cameras: readonly Camera[], readers: readonly PlannedReader[]): readonly View[] {
  return cameras.flatMap(({ id: cameraId }) => readers.map(({ id, name }) => ({ cameraId, reader: { id, name } })));
}

/** How many of these pairs the plan has. */
export function shareOf(views: readonly View[], plan: Pick<CameraPlan, 'views'>): Share {
  let inView = 0;
  for (const { cameraId, reader } of views) if (plan.views.get(cameraId)?.has(reader.id)) inView += 1;
  if (inView === 0) return 'none';
  return inView === views.length ? 'all' : 'some';
}
