import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { PlanMainStandIn } from '../testing/fake-plan-main.ts';
import { viewsOf } from './assignment.ts';
import { PlanActions } from './plan-actions.ts';
import { PlanSession } from './plan-session.ts';

const reader = (id: string) => ({ id, name: `Reader ${id}` });

async function begin() {
  const news: { text: string; undo?: () => void }[] = [];
  const failures: AppError[] = [];
  const main = new PlanMainStandIn();
  const session = new PlanSession(main.api, 'campus', (error) => failures.push(error));
  await session.settled();
  const actions = new PlanActions(session, {
    news: (text, action) => news.push({ text, ...(action ? { undo: action.run } : {}) }),
    failure: (error) => failures.push(error),
  });
  const add = (name: string, id = '') => {
    const added = actions.addCamera({ id, name, site: '' });
    if (!added.ok) throw new Error(added.error.message);
    return { id: added.value, name, site: '' };
  };
  const plan = () => {
    const state = session.state();
    if (state.kind !== 'open') throw new Error(`The session is ${state.kind}.`);
    return state.value;
  };
  const seenBy = (cameraId: string) => [...(plan().views.get(cameraId) ?? [])].sort();
  return { actions, add, plan, seenBy, news, failures };
}

describe('toggle', () => {
  it('assigns what is missing first, and takes all out only where all see it', async () => {
    const { actions, add, seenBy } = await begin();
    const [one, two] = [add('One'), add('Two')];
    actions.assign(viewsOf([one], [reader('a')]));
    const both = viewsOf([one, two], [reader('a')]);
    actions.toggle(both);
    expect([seenBy(one.id), seenBy(two.id)]).toEqual([['a'], ['a']]);
    actions.toggle(both);
    expect([seenBy(one.id), seenBy(two.id)]).toEqual([[], []]);
    actions.undo();
    expect([seenBy(one.id), seenBy(two.id)]).toEqual([['a'], ['a']]);
  });
});

describe('addCamera', () => {
  it('gives a camera without an ID one that nobody has', async () => {
    const { add } = await begin();
    add('Mine', 'camera-2');
    expect([add('A').id, add('B').id]).toEqual(['camera-3', 'camera-4']);
  });

  it('says whose the ID is already', async () => {
    const { actions, add } = await begin();
    add('Dock', 'c-1');
    expect(actions.addCamera({ id: ' c-1 ', name: 'Roof', site: '' })).toMatchObject({
      ok: false,
      error: { message: 'The ID "c-1" belongs to “Dock” already.' },
    });
  });
});

describe('deleteCameras', () => {
  it('says what went, and brings it back with its readers', async () => {
    const { actions, add, plan, seenBy, news } = await begin();
    const dock = add('Dock');
    actions.assign(viewsOf([dock], [reader('a')]));
    actions.deleteCameras([dock]);
    expect(plan().cameras.size).toBe(0);
    expect(news.map(({ text }) => text)).toEqual(['“Dock” deleted from the plan.']);
    news[0]?.undo?.();
    expect(seenBy(dock.id)).toEqual(['a']);
  });
});

it('says nothing where there is nothing to undo', async () => {
  const { actions, failures } = await begin();
  actions.undo();
  actions.redo();
  expect(failures).toEqual([]);
});
