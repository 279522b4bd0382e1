import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyPlanAction } from '../testing/any-plan-action.ts';
import type { Camera } from './camera.ts';
import { applyPlanAction, type CameraPlan, emptyPlan, replayPlan } from './camera-plan.ts';
import type { PlanAction } from './plan-action.ts';
import { fromPlanFile, toPlanFile } from './plan-file.ts';
import { planActionSchema, planFileSchema } from './plan-schema.ts';

const lobby: Camera = { id: 'c1', name: 'Lobby', site: 'North' };
const dock: Camera = { id: 'c2', name: 'Dock', site: '' };
const turnstile = { id: '00124', name: 'Turnstile' };
const gate = { id: '00125', name: 'Gate' };

/** What a plan says, in an order that does not depend on how it came about. */
function contents({ cameras, views, names }: CameraPlan) {
  const sorted = <Value>(values: Iterable<Value>) => [...values].map((value) => JSON.stringify(value)).sort();
  return {
    cameras: sorted(cameras),
    views: sorted(Array.from(views, ([id, readers]) => [id, [...readers].sort()])),
    names: sorted(names),
  };
}

function planOf(...actions: PlanAction[]): CameraPlan {
  let plan = emptyPlan;
  for (const action of actions) {
    const applied = applyPlanAction(plan, action);
    if (!applied.ok) throw new Error(applied.error.code);
    plan = applied.value.plan;
  }
  return plan;
}

const refusal = (plan: CameraPlan, action: PlanAction) => {
  const applied = applyPlanAction(plan, action);
  return applied.ok ? null : applied.error;
};

const twoCameras: PlanAction = { kind: 'add cameras', cameras: [lobby, dock] };

it('keeps many readers per camera and many cameras per reader', () => {
  const plan = planOf(twoCameras, {
    kind: 'assign',
    views: [
      { cameraId: 'c1', reader: turnstile },
      { cameraId: 'c1', reader: gate },
      { cameraId: 'c2', reader: gate },
    ],
  });
  expect(contents(plan).views).toEqual(['["c1",["00124","00125"]]', '["c2",["00125"]]']);
  expect(plan.names.get('00124')).toBe('Turnstile');
});

it('takes the views of a deleted camera with it and gives them back', () => {
  const assigned = planOf(twoCameras, { kind: 'assign', views: [{ cameraId: 'c1', reader: turnstile }] });
  const deleted = replayPlan(assigned, [{ kind: 'delete cameras', cameraIds: ['c1'] }]);
  expect(deleted.views.size).toBe(0);
  expect(contents(replayPlan(deleted, [{ kind: 'undo' }]))).toEqual(contents(assigned));
});

it('lets two cameras share a name, and none an id', () => {
  const plan = planOf({ kind: 'add cameras', cameras: [lobby, { ...lobby, id: 'c3' }] });
  expect(plan.cameras.size).toBe(2);
  expect(refusal(plan, { kind: 'add cameras', cameras: [{ ...dock, id: 'c3' }] })).toEqual({
    code: 'camera id exists',
    cameraId: 'c3',
  });
});

it('moves every view of a reader to its new id, and back', () => {
  const assigned = planOf(twoCameras, {
    kind: 'assign',
    views: [
      { cameraId: 'c1', reader: turnstile },
      { cameraId: 'c2', reader: turnstile },
      { cameraId: 'c2', reader: gate },
    ],
  });
  const moved = replayPlan(assigned, [{ kind: 'same reader', from: '00124', to: gate }]);
  expect(contents(moved).views).toEqual(['["c1",["00125"]]', '["c2",["00125"]]']);
  expect(contents(replayPlan(moved, [{ kind: 'undo' }]))).toEqual(contents(assigned));
});

it('refuses what cannot be done', () => {
  const plan = planOf(twoCameras);
  const nowhere: PlanAction = { kind: 'assign', views: [{ cameraId: 'c9', reader: gate }] };
  expect(refusal(plan, nowhere)).toEqual({ code: 'no such camera', cameraId: 'c9' });
  expect(refusal(plan, { kind: 'change cameras', cameras: [lobby] })).toEqual({ code: 'nothing changes' });
  expect(refusal(plan, { kind: 'delete cameras', cameraIds: ['c1', 'c1'] })).toEqual({
    code: 'no such camera',
    cameraId: 'c1',
  });
  expect(refusal(emptyPlan, { kind: 'undo' })).toEqual({ code: 'nothing to undo' });
  expect(refusal(plan, { kind: 'redo' })).toEqual({ code: 'nothing to redo' });
});

const actions = fc.array(anyPlanAction, { maxLength: 30 });

it('undo takes back exactly what was done, and redo does it again', () => {
  fc.assert(
    fc.property(actions, anyPlanAction, (before, action) => {
      const plan = replayPlan(emptyPlan, before);
      const done = applyPlanAction(plan, action);
      fc.pre(done.ok && action.kind !== 'undo' && action.kind !== 'redo');
      if (!done.ok) return;
      const undone = replayPlan(done.value.plan, [{ kind: 'undo' }]);
      expect(contents(undone)).toEqual(contents(plan));
      expect(contents(replayPlan(undone, [{ kind: 'redo' }]))).toEqual(contents(done.value.plan));
    }),
  );
});

it('is the same whether replayed from the start or from a file written at any point, undo history included', () => {
  fc.assert(
    fc.property(actions, actions, (before, after) => {
      const live = replayPlan(replayPlan(emptyPlan, before), after);
      const file = planFileSchema.parse(JSON.parse(JSON.stringify(toPlanFile(replayPlan(emptyPlan, before)))));
      const journal = planActionSchema.array().parse(JSON.parse(JSON.stringify(after)));
      const replayed = replayPlan(fromPlanFile(file), journal);
      expect(contents(replayed)).toEqual(contents(live));
      expect({ ...replayed, ...contents(replayed) }).toEqual({ ...live, ...contents(live) });
    }),
  );
});

it('leaves every earlier plan as it was', () => {
  fc.assert(
    fc.property(actions, (all) => {
      let plan = emptyPlan;
      for (const action of all) {
        const before = contents(plan);
        const applied = applyPlanAction(plan, action);
        expect(contents(plan)).toEqual(before);
        if (applied.ok) plan = applied.value.plan;
      }
    }),
  );
});
