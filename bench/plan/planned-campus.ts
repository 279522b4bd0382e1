import type { PlannedReader } from '../../core/cameras/camera.ts';
import { type CameraPlan, emptyPlan, replayPlan } from '../../core/cameras/camera-plan.ts';
import { campusReaders } from '../../core/simulator/campus.ts';

/** A campus with two readers for each camera: its plan before anything is assigned, and once everything is. */
export interface PlannedCampus {
  readonly readers: readonly PlannedReader[];
  readonly bare: CameraPlan;
  readonly full: CameraPlan;
}

export function plannedCampus(cameraCount: number): PlannedCampus {
  const readers = campusReaders(cameraCount * 2);
  const cameras = readers.slice(0, cameraCount).map(({ name }, index) => {
    const [site = '', ...place] = name.split(' – ');
    return { id: `CAM-${index}`, name: `${place.join(' ')} Overview`, site };
  });
  const bare = replayPlan(emptyPlan, [{ kind: 'add cameras', cameras }]);
  const views = readers.map((reader, index) => ({ cameraId: `CAM-${index % cameraCount}`, reader }));
  return { readers, bare, full: replayPlan(bare, [{ kind: 'assign', views }]) };
}
