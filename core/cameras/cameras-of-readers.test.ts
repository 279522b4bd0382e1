import { expect, it } from 'vitest';
import { emptyPlan, replayPlan } from './camera-plan.ts';
import { camerasOfReaders } from './cameras-of-readers.ts';

it('names the cameras that see each reader, in order', () => {
  const reader = { id: '00124', name: 'Turnstile' };
  const cameras = ['Cam 10', 'Cam 2', 'Dock'].map((name) => ({ id: `id of ${name}`, name, site: '' }));
  const plan = replayPlan(emptyPlan, [
    { kind: 'add cameras', cameras },
    { kind: 'assign', views: cameras.slice(0, 2).map(({ id }) => ({ cameraId: id, reader })) },
  ]);
  expect([...camerasOfReaders(plan)]).toEqual([['00124', ['Cam 2', 'Cam 10']]]);
});
