import { expect, it } from 'vitest';
import { type CameraPlan, emptyPlan, replayPlan } from '../cameras/camera-plan.ts';
import type { PlanAction } from '../cameras/plan-action.ts';
import type { WorksheetState } from '../cameras/worksheet-state.ts';
import { type DraftAction, replay, startDraft } from '../draft/draft.ts';
import type { Reader } from '../readers/reader.ts';
import { type ListedReaders, listedReaders } from './listed-readers.ts';
import { RunningWorksheet } from './running-worksheet.ts';
import { worksheetLines, worksheetProgress } from './worksheet.ts';
import { finishRound, noWorksheet, tickCameras, untickCameras } from './worksheet-round.ts';

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

/** The list once it was pushed, but for the readers with these ids. */
function listedBut(list: typeof readers, ...unpushed: readonly string[]): ListedReaders {
  const [inCamio, added] = [false, true].map((isAdded) => list.filter(({ id }) => unpushed.includes(id) === isAdded));
  return draftOf(inCamio ?? [], { kind: 'add', readers: added ?? [] });
}

/** The list as these actions leave it, on what Camio has. */
function draftOf(inCamio: readonly Reader[], ...actions: readonly DraftAction[]): ListedReaders {
  return listedReaders(replay(startDraft({ readers: inCamio, readAt: at }), actions).rows);
}
const listed = listedBut(readers);

const tick = (plan: CameraPlan, state: WorksheetState, ...cameraIds: string[]) =>
  tickCameras(state, cameraIds, { plan, listed, at });

const marks = { new: '+', kept: '', waiting: '?' } as const;

/** Every line in short: `Cam 2 [x]: +Dock 2 Gate ?Hatch −Dock 10`. */
const sheet = (plan: CameraPlan, state: WorksheetState, list = listed, scope: 'changed' | 'all' = 'changed') =>
  worksheetLines(plan, list, state, scope).map(({ camera, readers: rows, clear, isDone, isDeleted }) => {
    const marked = rows.map(({ reader, mark }) => `${marks[mark]}${reader.name}`);
    const gone = clear.map(({ name }) => `−${name}`);
    return `${camera.name}${isDeleted ? ' (deleted)' : ''} [${isDone ? 'x' : ' '}]: ${[...marked, ...gone].join(' ')}`;
  });

it('goes by camera and then by reader, numbers by their value', () => {
  expect(sheet(start, noWorksheet)).toEqual(['Cam 2 [ ]: +Dock 2 +Dock 10 +Gate', 'Cam 10 [ ]: +Gate']);
  expect(sheet(start, noWorksheet, listed, 'all')).toHaveLength(3);
});

it('counts what was ticked', () => {
  const ticked = tick(start, noWorksheet, 'c2');
  expect(ticked).toMatchObject({ startedAt: at, ticked: [{ cameraId: 'c2', cameraName: 'Cam 2' }] });
  expect(worksheetProgress(worksheetLines(start, listed, ticked, 'changed'))).toEqual({ done: 1, total: 2 });
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
  expect(sheet(start, carried, listedBut(withoutGate))).toEqual(['Cam 2 [ ]: +Dock 2 +Dock 10', 'Cam 10 [ ]: −Gate']);
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
  expect(sheet(renamed, carried, listedBut(renamedReaders))).toEqual([]);
});

it('passes over cameras that neither the plan nor Camio has', () => {
  expect(tick(start, noWorksheet, 'c99').ticked).toEqual([]);
});

it('has a reader that was not pushed yet wait, and does not carry it with a tick', () => {
  const before = listedBut(readers, 'r1');
  expect(sheet(start, noWorksheet, before)).toEqual(['Cam 2 [ ]: +Dock 2 +Dock 10 ?Gate', 'Cam 10 [ ]: ?Gate']);
  expect(worksheetProgress(worksheetLines(start, before, noWorksheet, 'changed'))).toEqual({ done: 0, total: 1 });

  const ticked = tickCameras(noWorksheet, ['c2'], { plan: start, listed: before, at });
  expect(sheet(start, ticked, before)[0]).toBe('Cam 2 [x]: +Dock 2 +Dock 10 ?Gate');
  // Once it is pushed, it is to be chosen.
  expect(sheet(start, ticked)).toEqual(['Cam 2 [ ]: Dock 2 Dock 10 +Gate', 'Cam 10 [ ]: +Gate']);
  const finished = finishRound(ticked, start, at);
  expect(sheet(start, finished)).toEqual(['Cam 2 [ ]: Dock 2 Dock 10 +Gate', 'Cam 10 [ ]: +Gate']);
});

it('leaves a reader that its row holds in the row, although Camio’s list no longer has it', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c2', 'c10'), start, at);
  expect(sheet(start, carried, listedBut(readers, 'r1'))).toEqual([]);
});

it('goes by the names that Camio’s page shows', () => {
  const renamed = draftOf(readers, { kind: 'rename', names: [{ row: 0, name: 'A new name' }] });
  expect(sheet(start, noWorksheet, renamed)[0]).toBe('Cam 2 [ ]: +Dock 2 +Dock 10 +A new name');
});

it('has readers cleared under the names that Camio’s page shows by now', () => {
  const carried = finishRound(tick(start, noWorksheet, 'c2', 'c10'), start, at);
  const without = then(start, { kind: 'unassign', views: planned('c2', 'r1', 'r2') });
  const pushed = readers.map((reader) => ({ ...reader, name: `${reader.name} A` }));
  expect(sheet(without, carried, draftOf(pushed))).toEqual(['Cam 2 [ ]: Dock 10 A −Dock 2 A −Gate A']);
  // Camio does not know yet what the draft says.
  const renamed = draftOf(pushed, { kind: 'rename', names: [{ row: 0, name: 'Door' }] });
  expect(sheet(without, carried, renamed)).toEqual(['Cam 2 [ ]: Dock 10 A −Dock 2 A −Gate A']);
  const deleted = draftOf(pushed, { kind: 'delete', rows: [0] });
  expect(sheet(start, carried, deleted)).toContain('Cam 10 [ ]: −Gate A');
});

it('draws up the same sheet from the one before it as from nothing', () => {
  const running = new RunningWorksheet();
  const unassigned = then(start, { kind: 'unassign', views: planned('c2', 'r2') });
  const deleted = then(unassigned, { kind: 'delete cameras', cameraIds: ['c10'] });
  const ticked = tick(start, noWorksheet, 'c10');
  const carried = finishRound(tick(start, noWorksheet, 'c2', 'c10'), start, at);
  const moments: [CameraPlan, ListedReaders, WorksheetState][] = [
    [start, listed, noWorksheet],
    [start, listed, ticked],
    [unassigned, listed, ticked],
    [unassigned, listed, carried],
    [unassigned, listedBut(readers, 'r1'), carried],
    [deleted, listed, carried],
    [start, listed, carried],
    [deleted, listed, tick(deleted, carried, 'c10')],
  ];
  for (const moment of moments) expect(running.lines(...moment)).toEqual(new RunningWorksheet().lines(...moment));
});

it('makes only the lines anew that say something else', () => {
  const running = new RunningWorksheet();
  const [cam2, cam3, cam10] = running.lines(start, listed, noWorksheet);
  const now = running.lines(then(start, { kind: 'unassign', views: planned('c2', 'r2') }), listed, noWorksheet);
  expect(now[0]).not.toEqual(cam2);
  expect([now[1], now[2]]).toEqual([cam3, cam10]);
  expect([now[1] === cam3, now[2] === cam10]).toEqual([true, true]);
});
