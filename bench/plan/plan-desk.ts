import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CameraPlanPage } from '../../e2e/pages/camera-plan-page.ts';
import { createPlanStore } from '../../electron/cameras/plan-store.ts';
import { accepted } from '../measure/accepted.ts';
import { type BenchCampus, type BenchDesk, makeCampus } from '../window/bench-desk.ts';
import { type PlannedCampus, plannedCampus } from './planned-campus.ts';

/** An app's data folder with a connection whose list was read and whose cameras see all but one in ten of its readers. */
export async function makePlannedCampus(folder: string, cameras: number): Promise<BenchCampus> {
  const userDataDir = join(folder, 'data');
  await mkdir(userDataDir);
  const campus = await makeCampus(userDataDir, cameras * 2);
  const [connectionId, ...others] = await readdir(join(userDataDir, 'connections'));
  if (connectionId === undefined || others.length > 0) throw new Error('The campus has not one connection.');
  await keepPlan(join(userDataDir, 'connections', connectionId), plannedCampus(cameras));
  return campus;
}

/** Writes the plan as the app does, into a connection's folder. */
export async function keepPlan(connectionFolder: string, { bare, readers }: PlannedCampus): Promise<void> {
  const cameras = [...bare.cameras.values()];
  const views = readers
    .map((reader, index) => ({ cameraId: `CAM-${index % cameras.length}`, reader }))
    .filter((_, index) => index % 10 !== 0);
  const plans = createPlanStore({ connections: { folder: () => connectionFolder } });
  accepted(await plans.apply('bench', 0, { kind: 'add cameras', cameras }));
  accepted(await plans.apply('bench', 1, { kind: 'assign', views }));
  await plans.close();
}

export interface PlanDesk extends BenchDesk {
  readonly plan: CameraPlanPage;
}
