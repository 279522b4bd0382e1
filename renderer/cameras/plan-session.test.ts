import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import type { PlanAction } from '../../core/cameras/plan-action.ts';
import { toPlanFile } from '../../core/cameras/plan-file.ts';
import { diskFull, PlanMainStandIn } from '../testing/fake-plan-main.ts';
import { PlanSession } from './plan-session.ts';

const add = (id: string): PlanAction => ({ kind: 'add cameras', cameras: [{ id, name: `Cam ${id}`, site: '' }] });
const assign = (cameraId: string, id: string): PlanAction => ({
  kind: 'assign',
  views: [{ cameraId, reader: { id, name: `Reader ${id}` } }],
});

async function opened(main = new PlanMainStandIn()) {
  const reported: AppError[] = [];
  const session = new PlanSession(main.api, 'campus', (error) => reported.push(error));
  await session.settled();
  const plan = () => {
    const state = session.state();
    if (state.kind !== 'open') throw new Error(`The session is ${state.kind}.`);
    return state.value;
  };
  return { main, session, reported, plan };
}

describe('PlanSession', () => {
  it('shows an action at once, and main has it once it is saved', async () => {
    const { main, session, plan } = await opened();
    session.dispatch(add('1'));
    session.dispatch(assign('1', '00123'));
    expect([...(plan().views.get('1') ?? [])]).toEqual(['00123']);
    expect(main.plan.cameras.size).toBe(0);
    expect(await session.settled()).toEqual({ kind: 'saved' });
    expect([...(main.plan.views.get('1') ?? [])]).toEqual(['00123']);
    expect(session.canEnd()).toBe(true);
  });

  it('takes an import that main did, and keeps what was planned meanwhile', async () => {
    const { main, session, plan, reported } = await opened();
    session.dispatch(add('1'));
    await session.settled();
    main.do({ kind: 'import cameras', added: [{ id: '2', name: 'Cam 2', site: '' }], changed: [], removed: [] });
    session.dispatch(assign('1', '00123'));
    await session.settled();
    expect([...plan().cameras.keys()].sort()).toEqual(['1', '2']);
    expect(toPlanFile(main.plan)).toEqual(toPlanFile(plan()));
    expect(reported.map(({ code }) => code)).toEqual(['draft-out-of-step']);
  });

  it('says how many acts were lost with their cameras', async () => {
    const { main, session, reported } = await opened();
    session.dispatch(add('1'));
    await session.settled();
    main.do({ kind: 'delete cameras', cameraIds: ['1'] });
    session.dispatch(assign('1', '00123'));
    await session.settled();
    expect(reported).toHaveLength(1);
    expect(reported[0]?.message).toContain('1 change could not be kept');
  });

  it('keeps what could not be saved and saves it on retry', async () => {
    const { main, session } = await opened();
    main.isFull = true;
    session.dispatch(add('1'));
    expect(await session.settled()).toEqual({ kind: 'failed', error: diskFull, unsaved: 1 });
    expect(session.canEnd()).toBe(false);
    main.isFull = false;
    await session.retry();
    expect(main.plan.cameras.has('1')).toBe(true);
  });
});
