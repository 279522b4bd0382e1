import { expect, it } from 'vitest';
import { emptyPlan, replayPlan } from '../cameras/camera-plan.ts';
import { phraseReason, Suggester, suggestViews } from './suggestions.ts';

const readers = [
  'Lobby North – Turnstile 1',
  'Lobby South – Turnstile 1',
  'Stairwell B – Level 1',
  'Stairwell B – Level 2',
  'Data Center Mantrap',
  'Zürich – Main Entrance',
  'Oslo – Main Entrance',
].map((name, index) => ({ id: `r${index}`, name }));

function suggestFor(name: string, site = '') {
  const plan = replayPlan(emptyPlan, [{ kind: 'add cameras', cameras: [{ id: 'c', name, site }] }]);
  return suggestViews(plan, readers).map(({ reader, reason }) => `${reader.name}: ${phraseReason(reason)}`);
}

it.each([
  ['Lobby North Overview', '', ['Lobby North – Turnstile 1: Both names say Lobby and North']],
  ['Stair B L2', '', ['Stairwell B – Level 2: Both names say Stairwell, B and 2']],
  ['data-center cam 7', '', ['Data Center Mantrap: Both names say Data and Center']],
  ['ZURICH entrance', '', ['Zürich – Main Entrance: Both names say Zürich and Entrance']],
  ['Main Entrance', 'Zürich', ['Zürich – Main Entrance: Both names say Main and Entrance; the site is Zürich']],
  ['Stairwell A', '', []],
  ['Roof', '', []],
])('finds the readers that "%s" sees by its name', (name, site, expected) => {
  expect(suggestFor(name, site).slice(0, 1)).toEqual(expected);
});

it('suggests nothing but the whole match where a camera is called all that a reader is', () => {
  const names = ['Tower – Level 2', 'Tower – Level 3', 'Höhe 2 – Level 2', 'Höhe 2 – Level 3', 'Tower – Lobby'];
  const plan = replayPlan(emptyPlan, [
    { kind: 'add cameras', cameras: names.map((name, at) => ({ id: `c${at}`, name: `${name} Cam`, site: '' })) },
  ]);
  const suggested = suggestViews(
    plan,
    names.map((name, at) => ({ id: `r${at}`, name })),
  );
  expect(suggested.map(({ camera, reader }) => `${reader.name} → ${camera.name}`).sort()).toEqual(
    names.map((name) => `${name} → ${name} Cam`).sort(),
  );
});

it('does not suggest what is planned, nor anything for readers and cameras that have each other', () => {
  const [lobby] = readers;
  if (!lobby) throw new Error('no reader');
  const plan = replayPlan(emptyPlan, [
    { kind: 'add cameras', cameras: [{ id: 'c', name: 'Lobby North', site: '' }] },
    { kind: 'assign', views: [{ cameraId: 'c', reader: lobby }] },
  ]);
  expect(suggestViews(plan, readers).map(({ reader }) => reader)).not.toContain(lobby);
});

it('ranks by how much the names have in common', () => {
  const plan = replayPlan(emptyPlan, [
    {
      kind: 'add cameras',
      cameras: [
        { id: 'a', name: 'Main', site: '' },
        { id: 'b', name: 'Oslo Main Entrance', site: '' },
      ],
    },
  ]);
  const [best] = suggestViews(plan, readers);
  expect(best).toMatchObject({ camera: { id: 'b' }, reader: { name: 'Oslo – Main Entrance' } });
  const scores = suggestViews(plan, readers).map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

it('suggests the same from what it knew before as from nothing', () => {
  const suggester = new Suggester();
  const bare = replayPlan(emptyPlan, [
    {
      kind: 'add cameras',
      cameras: ['Lobby North Overview', 'Stair B L2'].map((name) => ({ id: name, name, site: '' })),
    },
  ]);
  const [first] = readers;
  if (!first) throw new Error('There are readers.');
  const assigned = replayPlan(bare, [{ kind: 'assign', views: [{ cameraId: 'Lobby North Overview', reader: first }] }]);
  const renamed = replayPlan(assigned, [
    { kind: 'change cameras', cameras: [{ id: 'Stair B L2', name: 'Data Center', site: '' }] },
  ]);
  const moments = [
    [bare, readers],
    [assigned, readers],
    [renamed, readers],
    [renamed, readers.slice(0, 3)],
    [bare, readers],
  ] as const;
  for (const [plan, list] of moments) {
    const steps = suggester.suggest(plan, list);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value).toEqual(suggestViews(plan, list));
  }
});
