import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyPlanAction } from '../testing/any-plan-action.ts';
import { emptyPlan, replayPlan } from './camera-plan.ts';
import { coverage, RunningCoverage } from './running-coverage.ts';

const lobby = { id: 'c1', name: 'Lobby', site: '' };
const dock = { id: 'c2', name: 'Dock', site: '' };
const turnstile = { id: '00124', name: 'Turnstile' };
const gate = { id: '00125', name: 'Gate' };
const hatch = { id: '00132', name: 'Roof Hatch' };

const plan = replayPlan(emptyPlan, [
  { kind: 'add cameras', cameras: [lobby, dock] },
  {
    kind: 'assign',
    views: [
      { cameraId: 'c1', reader: turnstile },
      { cameraId: 'c1', reader: gate },
    ],
  },
]);

it('counts the readers in view and lists those without a camera, and cameras without a reader', () => {
  const covered = coverage(plan, [turnstile, gate, hatch], []);
  expect(covered).toMatchObject({ readers: 3, inView: 2, withoutCamera: [hatch], ghosts: [] });
  expect(covered.camerasWithoutReader).toEqual([dock]);
});

it('takes two readers of one id for in view together', () => {
  expect(coverage(plan, [turnstile, turnstile, hatch, hatch], [])).toMatchObject({ readers: 4, inView: 2 });
});

it('keeps to the id when a reader is renamed', () => {
  const covered = coverage(plan, [{ ...turnstile, name: 'Turnstile 1' }, gate], []);
  expect(covered).toMatchObject({ inView: 2, ghosts: [] });
});

it('names a reader that left the list, the cameras that plan it and the rows that hold it in Camio', () => {
  const held = { cameraId: 'c9', cameraName: 'Old Cam', readers: [gate, hatch], at: '2021-11-12T08:00:00.000Z' };
  const { ghosts } = coverage(plan, [turnstile], [held]);
  expect(ghosts).toEqual([
    { reader: gate, cameras: [lobby], held: [held] },
    { reader: hatch, cameras: [], held: [held] },
  ]);
});

it('comes to the same whatever it compared before', () => {
  // Most actions then meet cameras that are there.
  const ids = ['c1', 'c2', 'c3', 'c4', '__proto__'];
  const everyCamera = replayPlan(emptyPlan, [
    { kind: 'add cameras', cameras: ids.map((id) => ({ id, name: id, site: '' })) },
  ]);
  const lists = [
    [turnstile],
    [
      { id: 'r1', name: 'Lobby' },
      { id: 'r2', name: 'Dock' },
    ],
  ];
  const held = {
    cameraId: 'c9',
    cameraName: 'Old Cam',
    readers: [{ id: 'r2', name: 'Dock' }],
    at: '2021-11-12T08:00:00.000Z',
  };
  const moments = fc.array(fc.tuple(anyPlanAction, fc.constantFrom(...lists), fc.constantFrom([], [held])), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(moments, (history) => {
      const running = new RunningCoverage();
      let now = everyCamera;
      for (const [action, list, carried] of history) {
        now = replayPlan(now, [action]);
        expect(running.of(now, list, carried)).toEqual(coverage(now, list, carried));
      }
    }),
  );
});
