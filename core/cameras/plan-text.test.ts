import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyPlanAction } from '../testing/any-plan-action.ts';
import { emptyPlan, replayPlan } from './camera-plan.ts';
import { toPlanFile } from './plan-file.ts';
import { planText, readPlanText } from './plan-text.ts';

const cameras = ['c1', 'c2', 'c3', 'c4', '__proto__'].map((id) => ({ id, name: id, site: '' }));
const start = replayPlan(emptyPlan, [{ kind: 'add cameras', cameras }]);

it('gives the window the plan that main has, undo history included', () => {
  fc.assert(
    fc.property(fc.array(anyPlanAction, { maxLength: 15 }), (actions) => {
      const plan = replayPlan(start, actions);
      expect(toPlanFile(readPlanText(planText(plan)))).toEqual(toPlanFile(plan));
    }),
  );
});

it.each(['\u007f', '#', '"', '\n', '-'])('keeps a name with %j in it', (odd) => {
  const reader = { id: `r${odd}`, name: odd };
  const plan = replayPlan(start, [
    { kind: 'change cameras', cameras: [{ id: 'c1', name: `Lobby ${odd}`, site: odd }] },
    { kind: 'assign', views: [{ cameraId: 'c1', reader }] },
  ]);
  expect(toPlanFile(readPlanText(planText(plan)))).toEqual(toPlanFile(plan));
});

it('has no quotes that every border would escape again', () => {
  expect(planText(start)).not.toContain('"');
});
