import { expect, it } from 'vitest';
import { type CameraPlan, emptyPlan, replayPlan } from './camera-plan.ts';
import type { PlanAction } from './plan-action.ts';
import { worksheetLines, worksheetProgress } from './worksheet.ts';
import { finishRound, noWorksheet, tickCameras, untickCameras } from './worksheet-round.ts';
import type { WorksheetState } from './worksheet-state.ts';

const readers = [
  { id: 'r1', name: 'Gate' },
  { id: 'r2', name: 'Dock 2' },
  { id: 'r10', name: 'Dock 10' },
];
const [gate] = readers;
const at = '2021-11-12T08:00:00.000Z';

const planned = (cameraId: string, ...ids: string[]) =>
  readers.filter(({ id }) => ids.includes(id)).map((reader) => ({ cameraId, reader }));

const start = replayPlan(emptyPlan, [
  {
    kind: 'add cameras',
    cameras: [
      { id: 'c10', name: 'Cam 10', site: '' },
      { id: 'c2', name: 'Cam 2', site: '' },
      { id: 'c3', name: 'Cam 3', site: '' },
    ],
  },
  { kind: 'assign', views: [...planned('c2', 'r1', 'r2', 'r10'), ...planned('c10', 'r1')] },
]);

const then = (plan: CameraPlan, ...actions: PlanAction[]) => replayPlan(plan, actions);

const tick = (plan: CameraPlan, state: WorksheetState, ...cameraIds: string[]) =>
  tickCameras(state, cameraIds, { plan, readers, at });

/** Every line in short: `Cam 2 [x]: +Dock 2 Gate −Dock 10`. */
const sheet = (plan: CameraPlan, state: WorksheetState, list = readers, scope: 'changed' | 'all' = 'changed') =>
  worksheetLines(plan, list, state, scope).map(({ camera, readers: rows, clear, isDone, isDeleted }) => {
    const marked = rows.map(({ reader, mark }) => `${mark === 'new' ? '+' : ''}${reader.name}`);
    const gone = clear.map(({ name }) => `−${name}`);
    return `${camera.name}${isDeleted ? ' (deleted)' : ''} [${isDone ? 'x' : ' '}]: ${[...marked, ...gone].join(' ')}`;
  });

it('goes by camera and then by reader, numbers by their value', () => {
  expect(sheet(start, noWorksheet)).toEqual(['Cam 2 [ ]: +Dock 2 +Dock 10 +Gate', 'Cam 10 [ ]: +Gate']);
  expect(sheet(start, noWorksheet, readers, 'all')).toHaveLength(3);
});

it('counts what was ticked', () => {
  const ticked = tick(start, noWorksheet, 'c2');
  expect(ticked).toMatchObject({ startedAt: at, ticked: [{ cameraId: 'c2', cameraName: 'Cam 2' }] });
  expect(worksheetProgress(worksheetLines(start, readers, ticked, 'changed'))).toEqual({ done: 1, total: 2 });
  expect(sheet(start, untickCameras(ticked, ['c2']))[0]).toBe('Cam 2 [ ]: +Dock 2 +Dock 10 +Gate');
});

it('shows in the next round only what changed since, with what to clear by hand', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c2', 'c10'), start, at);
  expect(sheet(start, carried)).toEqual([]);
  const changed = then(start, { kind: 'unassign', views: planned('c2', 'r2') });
  expect(sheet(changed, carried)).toEqual(['Cam 2 [ ]: Dock 10 Gate −Dock 2']);
  const done = tick(changed, carried, 'c2');
  expect(sheet(changed, done)).toEqual(['Cam 2 [x]: Dock 10 Gate −Dock 2']);
  expect(sheet(changed, finishRound(done, changed, at))).toEqual([]);
});

it('leaves what was not ticked for the next round', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c10'), start, at);
  expect(carried).toMatchObject({ startedAt: null, finishedAt: at, ticked: [] });
  expect(sheet(start, carried)).toEqual(['Cam 2 [ ]: +Dock 2 +Dock 10 +Gate']);
});

it('has a ghost cleared where Camio holds it, and does not ask for it where it does not', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c10'), start, at);
  const withoutGate = readers.filter((reader) => reader !== gate);
  expect(sheet(start, carried, withoutGate)).toEqual(['Cam 2 [ ]: +Dock 2 +Dock 10', 'Cam 10 [ ]: −Gate']);
});

it('takes a tick for undone once the camera is planned otherwise, and starts from what was ticked', () => {
  const ticked = tick(start, noWorksheet, 'c10');
  const changed = then(start, { kind: 'unassign', views: planned('c10', 'r1') });
  expect(sheet(changed, ticked)).toContain('Cam 10 [ ]: −Gate');
  expect(sheet(then(changed, { kind: 'undo' }), ticked)).toContain('Cam 10 [x]: +Gate');
});

it('has the row of a deleted camera cleared, once', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c2', 'c10'), start, at);
  const deleted = then(start, { kind: 'delete cameras', cameraIds: ['c10'] });
  expect(sheet(deleted, carried)).toEqual(['Cam 10 (deleted) [ ]: −Gate']);
  const done = tick(deleted, carried, 'c10');
  expect(sheet(deleted, done)).toEqual(['Cam 10 (deleted) [x]: −Gate']);
  const finished = finishRound(done, deleted, at);
  expect(sheet(deleted, finished)).toEqual([]);
  expect(finished.carried.map(({ cameraId }) => cameraId)).toEqual(['c2']);
});

it('does not ask for anything where only names changed', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c2', 'c10'), start, at);
  const renamed = then(start, { kind: 'change cameras', cameras: [{ id: 'c2', name: 'Front', site: 'North' }] });
  const renamedReaders = readers.map((reader) => ({ ...reader, name: `${reader.name}!` }));
  expect(sheet(renamed, carried, renamedReaders)).toEqual([]);
});

it('passes over cameras that neither the plan nor Camio has', () => {
  expect(tick(start, noWorksheet, 'c99').ticked).toEqual([]);
});
