import type { AppError } from '../../core/app-error.ts';
import type { Camera } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ImportPlace } from './import-place.ts';

interface Plans {
  current(connectionId: string): Promise<Result<Pick<CameraPlan, 'cameras'>, AppError>>;
  apply(connectionId: string, seq: number, action: PlanAction): Promise<Result<unknown, AppError>>;
}

/** The cameras of a connection's plan as a place for an import. They go by id, so a plan that moved on is no matter. */
export function camerasPlace(plans: Plans): ImportPlace {
  return {
    async look(connectionId) {
      const current = await plans.current(connectionId);
      if (!current.ok) return current;
      const cameras = [...current.value.cameras.values()];
      const known = {
        ids: cameras.map(({ id }) => id),
        names: cameras.map(({ name }) => name),
        sites: cameras.map(({ site }) => site),
        listed: cameras.length,
      };
      return ok({
        known,
        async apply(seq, { added, changed, removed }) {
          const applied = await plans.apply(connectionId, seq, {
            kind: 'import cameras',
            added: added.map(({ id, name, site }) => ({ id, name, site })),
            changed: changed.map(({ place, name, site }) => ({ id: cameraAt(cameras, place).id, name, site })),
            removed: removed.map((place) => cameraAt(cameras, place).id),
          });
          return applied.ok ? ok(undefined) : applied;
        },
      });
    },
  };
}

function cameraAt(cameras: readonly Camera[], place: number): Camera {
  const camera = cameras[place];
  if (!camera) throw new Error(`An import plans for place ${place} of ${cameras.length} cameras.`);
  return camera;
}
