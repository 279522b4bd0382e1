import fc from 'fast-check';
import type { Camera, PlannedReader } from '../cameras/camera.ts';
import type { PlanAction } from '../cameras/plan-action.ts';

// So few ids that actions meet, and some are refused.
const cameraId = fc.constantFrom('c1', 'c2', 'c3', 'c4', '__proto__');
const readerId = fc.constantFrom('r1', 'r2', 'r3', 'r4', '');
const name = fc.constantFrom('Lobby', 'Dock', '');
const camera: fc.Arbitrary<Camera> = fc.record({ id: cameraId, name, site: name }, { noNullPrototype: true });
const reader: fc.Arbitrary<PlannedReader> = fc.record({ id: readerId, name }, { noNullPrototype: true });
const some = <Value>(each: fc.Arbitrary<Value>) => fc.array(each, { minLength: 1, maxLength: 4 });
const views = some(fc.record({ cameraId, reader }, { noNullPrototype: true }));

/** Any action on a plan, refused ones among them. */
export const anyPlanAction: fc.Arbitrary<PlanAction> = fc.oneof(
  some(camera).map((cameras): PlanAction => ({ kind: 'add cameras', cameras })),
  some(camera).map((cameras): PlanAction => ({ kind: 'change cameras', cameras })),
  some(cameraId).map((cameraIds): PlanAction => ({ kind: 'delete cameras', cameraIds })),
  views.map((all): PlanAction => ({ kind: 'assign', views: all })),
  views.map((all): PlanAction => ({ kind: 'unassign', views: all })),
  fc.tuple(readerId, reader).map(([from, to]): PlanAction => ({ kind: 'same reader', from, to })),
  fc
    .tuple(fc.array(camera), fc.array(camera), fc.array(cameraId))
    .map(([added, changed, removed]): PlanAction => ({ kind: 'import cameras', added, changed, removed })),
  fc.constant<PlanAction>({ kind: 'undo' }),
  fc.constant<PlanAction>({ kind: 'redo' }),
);
